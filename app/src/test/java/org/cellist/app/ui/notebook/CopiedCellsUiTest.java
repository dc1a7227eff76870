package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Cells cut, copied, pasted, duplicated, split and merged by their keys.
@Tag("ui")
@ExtendWith(FxExtension.class)
class CopiedCellsUiTest {

    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        List.of(
                                NewNotebook.cell(CellType.CODE, "zero"),
                                NewNotebook.cell(CellType.CODE, "one"),
                                NewNotebook.cell(CellType.MARKDOWN, "two")));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void whatIsCutIsPastedBelowAndAbove() {
        page.press(KeyCode.X);
        page.press(KeyCode.V);
        assertEquals(List.of("one", "zero", "two"), page.sources());
        assertEquals(1, page.lead());

        page.press(KeyCode.SHIFT, KeyCode.V);
        assertEquals(List.of("one", "zero", "zero", "two"), page.sources());

        page.press(KeyCode.Z);
        page.press(KeyCode.Z);
        page.press(KeyCode.Z);
        assertEquals(List.of("zero", "one", "two"), page.sources());
    }

    @Test
    void severalCellsAreCopiedAndTheirTextIsForOtherPrograms() {
        page.press(KeyCode.SHIFT, KeyCode.DOWN);
        page.press(KeyCode.C);
        page.press(KeyCode.END);
        page.press(KeyCode.V);

        assertEquals(List.of("zero", "one", "two", "zero", "one"), page.sources());
        assertEquals("zero\n\none", page.fx.call(() -> system().getString()));
    }

    @Test
    void cellsAreGoneFromTheClipboardWhenSomethingElseIsCopied() {
        page.press(KeyCode.C);
        page.fx.run(
                () -> {
                    var content = new ClipboardContent();
                    content.putString("something else");
                    system().setContent(content);
                });

        page.press(KeyCode.V);

        assertEquals(List.of("zero", "one", "two"), page.sources());
    }

    @Test
    void cellsAreDuplicatedOnEitherSide() {
        page.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(List.of("zero", "zero", "one", "two"), page.sources());
        assertEquals(1, page.lead());

        page.press(KeyCode.END);
        page.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        assertEquals(List.of("zero", "zero", "one", "two", "two"), page.sources());
        assertEquals(3, page.lead());
    }

    @Test
    void aCellIsSplitAtTheCaretAndMergedAgain() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.RIGHT);
        page.press(KeyCode.RIGHT);

        page.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.MINUS);

        assertEquals(List.of("ze", "ro", "one", "two"), page.sources());
        assertFalse(page.isInCommandMode());
        page.type("!");
        assertEquals("!ro", page.source(1));

        page.press(KeyCode.ESCAPE);
        page.press(KeyCode.UP);
        page.press(KeyCode.SHIFT, KeyCode.M);
        assertEquals(List.of("ze\n\n!ro", "one", "two"), page.sources());
        assertEquals(0, page.lead());
    }

    @Test
    void theLastCellAloneIsMergedWithNothing() {
        page.press(KeyCode.END);

        page.press(KeyCode.SHIFT, KeyCode.M);

        assertEquals(List.of("zero", "one", "two"), page.sources());
    }

    private static Clipboard system() {
        return Clipboard.getSystemClipboard();
    }
}
