package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A Markdown cell while its source is edited.
@Tag("ui")
@ExtendWith(FxExtension.class)
class WritingMarkdownUiTest {

    private Fx fx;
    private PageFixture page;

    @BeforeEach
    void open(Fx running) {
        fx = running;
        page =
                new PageFixture(
                        fx,
                        List.of(
                                NewNotebook.cell(CellType.MARKDOWN, "안녕 world"),
                                NewNotebook.cell(CellType.CODE, "x = 1")));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void whatIsTypedIsRenderedBesideTheSource() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.END);
        page.type(" more");

        var row = page.row(0);
        fx.await("the preview", () -> preview(row).contains("안녕 world more"));
    }

    @Test
    void thePreviewComesAndGoesWithTheSetting() {
        page.press(KeyCode.ENTER);
        assertEquals(1, page.within(0, "text-preview").count());

        fx.run(() -> page.preview.set(false));
        fx.settle();

        assertEquals(0, page.within(0, "text-preview").count());
    }

    @Test
    void theCaretsLineStaysWhereItIsWhileThePreviewGrows() {
        page.press(KeyCode.ENTER);
        double before = editorTop();

        page.press(KeyCode.END);
        page.press(KeyCode.ENTER);
        page.press(KeyCode.ENTER);
        page.type("# A heading");
        var row = page.row(0);
        fx.await("the preview", () -> preview(row).contains("A heading"));

        assertEquals(before, editorTop());
    }

    @Test
    void allRowsOfALongLineAreThereWhenItsSourceOpens() {
        var id = cell().id();
        var text = "# first\n\n" + "words ".repeat(60) + "\n\nlast";
        fx.run(() -> page.session.store().apply(new EditSource(id, 0, 8, text, null)));
        page.press(KeyCode.ENTER);

        assertEquals(0, page.within(0, "code-editor").mapToDouble(this::hiddenAbove).sum());
    }

    /// Returns how far the first line lies above the upper edge.
    private double hiddenAbove(Node editor) {
        var area = (CodeTextArea) editor.lookup(".styled-text-area");
        // A method's reference would name the interface of a library that is not ours to use.
        return fx.call(() -> area.getEstimatedScrollY());
    }

    @Test
    void ctrlBMakesTheSelectedWordsBoldAsOneStep() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.HOME);
        page.press(KeyCode.CONTROL, KeyCode.B);
        assertEquals("**안녕** world", page.source(0));

        page.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("안녕 world", page.source(0));
    }

    @Test
    void aCommandOfMarkdownLeavesCodeAlone() {
        page.press(KeyCode.DOWN);
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.B);
        fx.run(() -> page.page.perform(PageCommand.MARKDOWN_BOLD));

        assertEquals("x = 1", page.source(1));
    }

    @Test
    void aButtonActsOnTheSelectionAndKeysStayInTheText() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.HOME);
        var heading = (Button) page.within(0, "text-tool").findFirst().orElseThrow();

        fx.run(heading::fire);
        fx.settle();

        assertEquals("# 안녕 world", page.source(0));
        assertFalse(page.isInCommandMode());
        assertTrue(heading.getTooltip().getText().startsWith("Heading"));
    }

    @Test
    void tabGoesThroughTheCellsOfATable() {
        var id = cell().id();
        var table = "|a|b|\n|-|-|\n|c|d|";
        fx.run(() -> page.session.store().apply(new EditSource(id, 0, 8, table, null)));
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.HOME);
        page.press(KeyCode.TAB);
        page.type("xyz");

        assertEquals("| a   | xyz   |\n| --- | --- |\n| c   | d   |", page.source(0));
    }

    @Test
    void anImageThatIsPastedBecomesAnAttachmentInOneStep() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.END);
        copyImage();
        page.press(KeyCode.CONTROL, KeyCode.V);
        fx.await("the picture", () -> cell().source().contains("attachment:"));

        assertEquals("안녕 world![image.png](attachment:image.png)", page.source(0));
        assertEquals(Set.of("image.png"), cell().attachments().keySet());

        page.press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("안녕 world", page.source(0));
        assertEquals(Map.of(), cell().attachments());
    }

    @Test
    void anImagePastedIntoASelectedTextIsPutAtItsEnd() {
        copyImage();
        page.press(KeyCode.V);
        fx.await("the picture", () -> cell().source().contains("attachment:"));

        assertEquals("안녕 world![image.png](attachment:image.png)", page.source(0));
    }

    @Test
    void anAddressPastedOverAWordMakesALink() {
        page.press(KeyCode.ENTER);
        page.press(KeyCode.CONTROL, KeyCode.A);
        copy(content -> content.putString("https://a.org"));
        page.press(KeyCode.CONTROL, KeyCode.V);

        assertEquals("[안녕 world](https://a.org)", page.source(0));
    }

    private void copyImage() {
        copy(content -> content.putImage(new WritableImage(4, 3)));
    }

    private void copy(Consumer<ClipboardContent> filled) {
        fx.run(
                () -> {
                    var content = new ClipboardContent();
                    filled.accept(content);
                    Clipboard.getSystemClipboard().setContent(content);
                });
    }

    private MarkdownCell cell() {
        return (MarkdownCell) page.session.store().notebook().cells().getFirst();
    }

    private static String preview(Node row) {
        return row.lookupAll(".text-preview Text").stream()
                .map(each -> ((Text) each).getText())
                .collect(Collectors.joining());
    }

    private double editorTop() {
        var editor = page.within(0, "code-editor").findFirst().orElseThrow();
        return fx.call(() -> top(editor));
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }
}
