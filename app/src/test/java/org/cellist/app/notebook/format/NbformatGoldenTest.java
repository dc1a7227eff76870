package org.cellist.app.notebook.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cellist.app.notebook.format.ReadOutcome.Legacy;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.IopubContent.DisplayData;
import org.cellist.kernel.protocol.IopubContent.ExecuteResult;
import org.cellist.kernel.protocol.IopubContent.KernelError;
import org.cellist.kernel.protocol.IopubContent.Stream;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What Cellist writes by itself is what Python's nbformat writes, byte for byte. The golden
/// files are made by `src/test/scripts/make_format_goldens.py`.
class NbformatGoldenTest {

    private static final Path RESOURCES =
            Corpus.repository().resolve("app/src/test/resources/org/cellist/app/notebook/format");
    private static final Pattern ID = Pattern.compile("\"id\": \"[0-9a-f]{8}\"");

    @ParameterizedTest
    @ValueSource(strings = {"v2", "v3"})
    void anOldNotebookIsUpgradedAsNbformatDoes(String name) {
        var old = bytes("legacy/" + name + ".ipynb");

        var notebook = ((Legacy) new NotebookReader().read(old)).notebook();

        assertEquals(withoutIds(text("legacy/" + name + ".golden")), withoutIds(written(notebook)));
    }

    @Test
    void aNewNotebookIsLaidOutAsNbformatDoes() {
        var markdown =
                new MarkdownCell(
                        id(1),
                        "# 제목 “quoted”\n\n![one](attachment:one.png)\n",
                        JsonObject.EMPTY,
                        attachments(),
                        null);
        var code =
                new CodeCell(
                        id(2),
                        "print('a')\nx = \"\\u0041\"\u2028y\fz\u001f\u007f\ttab",
                        object(
                                """
                                {"tags": ["한글", "b"], "b": 1,
                                 "a": {"z": null, "y": true, "\\ud83d\\ude00": 1.5}}
                                """),
                        3,
                        outputs(),
                        null);
        var raw =
                new RawCell(
                        id(3),
                        "raw \\ text",
                        object("{\"raw_mimetype\": \"text/restructuredtext\"}"),
                        Map.of(),
                        null);
        var empty = new CodeCell(id(4), "", JsonObject.EMPTY, null, CellOutputs.NONE, null);

        var notebook =
                NewNotebook.empty()
                        .withMetadata(
                                object(
                                        """
                                        {"language_info": {"name": "python", "version": "3.11"},
                                         "kernelspec": {"name": "python3",
                                          "display_name": "Python 3", "language": "python"}}
                                        """))
                        .withCells(List.of(markdown, code, raw, empty));

        assertEquals(text("new-notebook.golden"), written(notebook));
    }

    @Test
    void anEmptyNotebookIsLaidOutAsNbformatDoes() {
        assertEquals(
                "{\n \"cells\": [],\n \"metadata\": {},\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n",
                written(NewNotebook.empty()));
    }

    private static Map<String, MimeBundle> attachments() {
        var attachments = new LinkedHashMap<String, MimeBundle>();
        attachments.put("one.png", bundle("{\"image/png\": \"iVBORw0KGgo=\"}", "{}"));
        attachments.put("note.txt", bundle("{\"text/plain\": \"two\\nlines\"}", "{}"));
        return attachments;
    }

    private static CellOutputs outputs() {
        var rich =
                bundle(
                        """
                        {"text/plain": "<Figure>\\nsecond", "text/html": "<b>\\n한글</b>",
                         "image/svg+xml": "<svg>\\n</svg>\\n", "image/png": "iVBORw0KGgo=\\n",
                         "application/javascript": "a\\nb",
                         "application/json": {"b": [1, 2.5, {"c": null}], "a": "x\\ny"},
                         "application/vnd.plotly.v1+json": {"data": [], "layout": {}},
                         "application/pdf": "JVBERi0="}
                        """,
                        "{\"image/png\": {\"width\": 640, \"height\": 480}, \"isolated\": true}");
        return CellOutputs.NONE
                .after(new Stream(StreamName.STDOUT, "one\n12345\rtwo\n\u001b[31mr"))
                .after(new Stream(StreamName.STDOUT, "ed\u001b[0m"))
                .after(new Stream(StreamName.STDERR, "warning\n"))
                .after(new DisplayData(rich, new DisplayId("never written")))
                .after(new ExecuteResult(3, bundle("{\"text/plain\": \"42\"}", "{}"), null))
                .after(
                        new KernelError(
                                "ValueError",
                                "bad \"value\"",
                                List.of("\u001b[0;31mValueError\u001b[0m", "line\nof two")));
    }

    private static MimeBundle bundle(String data, String metadata) {
        var members = new LinkedHashMap<String, RawJson>();
        object(data).members().forEach((name, value) -> members.put(name, RawJson.of(value)));
        return new MimeBundle(members, RawJson.of(object(metadata)));
    }

    private static JsonObject object(String json) {
        try {
            return RawJson.parse(json.getBytes(StandardCharsets.UTF_8)).object();
        } catch (JsonSyntaxException e) {
            throw new AssertionError(json, e);
        }
    }

    private static CellId id(int number) {
        return new CellId("0000000" + number);
    }

    private static String written(Notebook notebook) {
        var bytes = new NotebookWriter().write(notebook).toByteArray();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String withoutIds(String notebook) {
        return ID.matcher(notebook).replaceAll("\"id\": \"…\"");
    }

    private static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) {
        try {
            return Files.readAllBytes(RESOURCES.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
