package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.editor.marks.StyleRuns;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sources that nobody wrote by hand. The watchdog fails a test in which the window stops.
@Tag("ui")
@ExtendWith(FxExtension.class)
class HostileTextUiTest {

    private EditorFixture window;

    @BeforeEach
    void open(Fx fx) {
        window = new EditorFixture(fx);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aLineOfDataTakesKeysAndHasColoursAtItsBegin() {
        var data =
                IntStream.range(0, 17_000)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(", ", "data = [", "]"));
        window.show("|" + data + "\nnext = 1", EditorLanguage.PYTHON);
        window.fx.await("colours", () -> !window.pieces(TokenStyle.NUMBER).isEmpty());

        window.type("ab");

        assertEquals("ab" + data + "\nnext = 1", window.fx.call(window.editor::text));
        window.fx.settle();
        int parts = window.fx.call(() -> window.editor.lookupAll("CodeText").size());
        assertTrue(parts < 2 * StyleRuns.MOST_IN_LINE, parts + " parts");
    }

    @Test
    void ofBinaryThatIsPastedTheTextIsTakenAndThatIsSaid() {
        window.show("x = |", EditorLanguage.PYTHON);
        window.fx.run(
                () ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, "a\u0000\u0001b")));

        window.press(KeyCode.SHORTCUT, KeyCode.V);

        assertEquals("x = ab|", window.textWithCaret());
        assertTrue(
                window.fx.call(
                        () ->
                                Window.getWindows().stream()
                                        .filter(Tooltip.class::isInstance)
                                        .map(Tooltip.class::cast)
                                        .anyMatch(note -> note.getText().contains("2"))));
    }
}
