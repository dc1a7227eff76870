package org.cellist.app.ui.output.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

/// What outputs are to other programs.
class OutputFormsTest {

    private static final String TABLE =
            "<table><thead><tr><th></th><th>name</th></tr></thead><tbody>"
                    + "<tr><th>0</th><td>a, b</td></tr><tr><th>1</th><td>say \"c\"</td></tr>"
                    + "</tbody></table>";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @Test
    void aTableIsTextWithTabsAndAFileWithQuotedCommas() throws IOException {
        var output = rich("text/html", TABLE, "text/plain", "   name");

        assertEquals("\tname\n0\ta, b\n1\tsay \"c\"", OutputForms.text(output));
        assertEquals(TABLE, OutputForms.html(output).orElseThrow());
        assertEquals(List.of("csv", "html", "txt"), extensions(output));
        assertEquals(
                ",name\r\n0,\"a, b\"\r\n1,\"say \"\"c\"\"\"\r\n",
                new String(OutputForms.files(output).getFirst().bytes().get(), UTF_8));
    }

    @Test
    void aPictureIsItsFileAsItCame() throws IOException {
        var base64 = Base64.getEncoder().encodeToString(PNG);
        var output = rich("image/png", base64, "text/plain", "<Figure>");

        assertTrue(OutputForms.isPicture(output));
        assertEquals(List.of("png", "txt"), extensions(output));
        assertArrayEquals(PNG, OutputForms.files(output).getFirst().bytes().get());
    }

    @Test
    void textLosesItsColours() {
        var output =
                new CellOutput.Text(StreamName.STDOUT, StreamText.of("\u001b[31mred\u001b[0m"));

        assertEquals("red", OutputForms.text(output));
        assertEquals(List.of("txt"), extensions(output));
        assertFalse(OutputForms.isPicture(output));
    }

    @Test
    void eachRepresentationIsAFile() {
        assertEquals(List.of("md"), extensions(rich("text/markdown", "# a")).subList(0, 1));
        assertEquals(List.of("json"), extensions(rich("application/geo+json", "{}")).subList(0, 1));
        assertEquals(List.of("svg"), extensions(rich("image/svg+xml", "<svg/>")).subList(0, 1));
    }

    private static List<String> extensions(CellOutput output) {
        return OutputForms.files(output).stream().map(FileForm::extension).toList();
    }

    private static CellOutput rich(String... typesAndTexts) {
        var data = new LinkedHashMap<String, RawJson>();
        for (int i = 0; i < typesAndTexts.length; i += 2) {
            data.put(typesAndTexts[i], RawJson.of(new JsonString(typesAndTexts[i + 1])));
        }
        return new CellOutput.Rich(
                new MimeBundle(data, RawJson.of(JsonObject.EMPTY)), false, null, null);
    }
}
