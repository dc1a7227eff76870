package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;

class OutputPrinterTest {

    private final StringWriter out = new StringWriter();
    private final OutputPrinter terminal = new OutputPrinter(new PrintWriter(out), true);
    private final OutputPrinter pipe = new OutputPrinter(new PrintWriter(out), false);

    @Test
    void aTerminalShowsTextAsItComes() {
        var text = StreamText.of("one\n");
        terminal.follow(List.of(stdout(text)));
        assertEquals("one\n", out.toString());

        terminal.follow(List.of(stdout(text.plus("two\n"))));
        terminal.end(List.of(stdout(text.plus("two\n")), rich("42")));

        assertEquals("one\ntwo\n42\n", out.toString());
    }

    @Test
    void aTerminalShowsWhatReplacesClearedText() {
        terminal.follow(List.of(stdout(StreamText.of("epoch 1\n"))));
        terminal.follow(List.of(stdout(StreamText.of("epoch 2\n"))));
        terminal.follow(List.of());
        terminal.end(List.of(stdout(StreamText.of("epoch 3\n"))));

        assertEquals("epoch 1\nepoch 2\nepoch 3\n", out.toString());
    }

    @Test
    void aTerminalKeepsColoursAndReturns() {
        terminal.end(List.of(stdout(StreamText.of("\u001b[31mred\u001b[0m\rnext\n"))));

        assertEquals("\u001b[31mred\u001b[0m\rnext\n", out.toString());
    }

    @Test
    void aPipeGetsWhatIsLeftWhenTheCellHasEnded() {
        pipe.follow(List.of(stdout(StreamText.of("10%"))));
        assertEquals("", out.toString());

        pipe.end(List.of(stdout(StreamText.of("10%\r\u001b[1m100%\u001b[0m\n"))));

        assertEquals("100%\n", out.toString());
    }

    @Test
    void everyOutputBeginsOnALineOfItsOwn() {
        pipe.end(List.of(stdout(StreamText.of("no line end")), rich("42")));
        pipe.end(List.of(stdout(StreamText.of("next cell"))));

        assertEquals("no line end\n42\nnext cell\n", out.toString());
    }

    @Test
    void anErrorIsItsTracebackWithoutColours() {
        pipe.end(List.of(new Failed("E", "v", List.of("\u001b[31mline 1\u001b[0m", "line 2"))));
        pipe.end(List.of(new Failed("E", "v", List.of())));

        assertEquals("line 1\nline 2\nE: v\n", out.toString());
    }

    @Test
    void whatHasNoTextIsNamedByItsTypes() {
        var png = new MimeBundle(Map.of("image/png", RawJson.ofString("")), RawJson.EMPTY_OBJECT);
        pipe.end(List.of(new Rich(png, false, null, null)));

        assertEquals("[image/png]\n", out.toString());
    }

    private static CellOutput stdout(StreamText text) {
        return new Text(StreamName.STDOUT, text);
    }

    private static CellOutput rich(String plain) {
        var data =
                new MimeBundle(Map.of("text/plain", RawJson.ofString(plain)), RawJson.EMPTY_OBJECT);
        return new Rich(data, true, 1, null);
    }
}
