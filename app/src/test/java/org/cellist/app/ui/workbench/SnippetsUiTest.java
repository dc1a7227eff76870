package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.snippets.SnippetShelf;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The pane of snippets by keys alone.
@Tag("ui")
@ExtendWith(FxExtension.class)
class SnippetsUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final Fx fx;
    @TempDir private Path folder;
    private FakeDocument document;
    private WorkbenchView view;

    SnippetsUiTest(Fx fx) {
        this.fx = fx;
    }

    @BeforeEach
    void show() {
        Locale.setDefault(Locale.ENGLISH);
        document = documents.notebook("first.ipynb");
        document.set(FakeDocument.notebookOf(FakeDocument.code("a", "mine = 1")));
        new SnippetShelf(folder)
                .save("Zebra", List.of(NewNotebook.cell(CellType.CODE, "stripes = 7")));
        view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        new Choices(Language.ENGLISH, false, false),
                                        TestSnippets.in(folder),
                                        new ScriptedPrompts()));
        fx.show(view, 1000, 700, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(FakeDocuments.path("first.ipynb"))));
        fx.settle();
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void enterInsertsWhatWasSearchedAndGoesBackToTheNotebook() {
        open("zebra");

        assertEquals("stripes = 7", fx.call(this::preview));
        press(KeyCode.ENTER);

        assertEquals(List.of("insertCells [stripes = 7]"), fx.call(this::asked));
        assertTrue(fx.call(() -> document.pages.getLast().view().isFocused()));
    }

    @Test
    void theFirstSnippetIsSelectedAtOnce() {
        open("");

        assertEquals("stripes = 7", fx.call(this::preview));
    }

    @Test
    void aSnippetIsChosenInTheListByKeys() {
        open("sqlite");
        assertTrue(fx.call(this::preview).startsWith("import sqlite3"));
        fx.run(() -> field().setText(""));
        fx.settle();

        press(KeyCode.DOWN);
        press(KeyCode.HOME);
        press(KeyCode.ENTER);
        assertEquals(List.of(), fx.call(this::asked), "a group is no snippet");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);

        assertEquals(List.of("insertCells [stripes = 7]"), fx.call(this::asked));
    }

    @Test
    void theCodeIsCopied() {
        open("zebra");

        fx.robot().press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        fx.settle();

        assertEquals("stripes = 7", fx.call(() -> Clipboard.getSystemClipboard().getString()));
        press(KeyCode.ESCAPE);
        assertTrue(fx.call(() -> document.pages.getLast().view().isFocused()));
    }

    @Test
    void aBrokenFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("broken.ipynb"), "{");

        open("zebra");

        var words = fx.call(() -> ((Label) pane().lookup(".snippets-problem")).getText());
        assertTrue(words.startsWith("“broken.ipynb” is left out."), words);
        assertFalse(fx.call(() -> list().getItems().isEmpty()));
    }

    @Test
    void theSelectedCellsAreSavedUnderATitle() {
        command("Save the selected cells as a");
        fx.robot().write("Own one", 0);
        press(KeyCode.ENTER);

        var saved = new SnippetShelf(folder).read(Locale.ENGLISH).snippets().get(1);
        assertEquals("Own one", saved.title());
        assertEquals("mine = 1", saved.code());
    }

    private void open(String search) {
        command("Insert snippet");
        assertTrue(fx.call(() -> field().isFocused()));
        fx.robot().write(search, 0);
        fx.settle();
    }

    private void command(String name) {
        fx.robot()
                .press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.P)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        fx.settle();
        fx.robot().write(name, 0);
        fx.settle();
        press(KeyCode.ENTER);
    }

    private void press(KeyCode key) {
        fx.robot().push(key);
        fx.settle();
    }

    private List<String> asked() {
        return document.pages.getLast().asked;
    }

    private Node pane() {
        return view.lookup(".snippets-pane");
    }

    private TextField field() {
        return (TextField) pane().lookup(".variables-filter");
    }

    private ListView<?> list() {
        return (ListView<?>) pane().lookup(".snippets-list");
    }

    private String preview() {
        return pane().lookupAll(".code-text").stream()
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining());
    }
}
