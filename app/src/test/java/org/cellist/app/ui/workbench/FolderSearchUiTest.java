package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Documents.Opened;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The pane that searches a folder, over real files, by keys alone.
@Tag("ui")
@ExtendWith(FxExtension.class)
class FolderSearchUiTest {

    private static final Notebook FIRST =
            FakeDocument.notebookOf(FakeDocument.code("a", "in the file"));
    private static final Notebook SECOND =
            FakeDocument.notebookOf(
                    FakeDocument.code("b", "x"), FakeDocument.code("c", "a needle here"));

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final Choices choices = new Choices(Language.ENGLISH, false, false);
    private final Fx fx;
    @TempDir private Path folder;
    private WorkbenchView view;
    private FakeDocument first;
    private FakeDocument second;

    FolderSearchUiTest(Fx fx) {
        this.fx = fx;
    }

    @BeforeEach
    void show() throws IOException {
        Locale.setDefault(Locale.ENGLISH);
        first = document("first.ipynb", FIRST);
        second = document("second.ipynb", SECOND);
        view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        choices,
                                        TestSnippets.none(),
                                        new ScriptedPrompts()));
        fx.show(view, 1000, 600, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(folder.resolve("first.ipynb"))));
        fx.settle();
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void aMatchIsOpenedInItsNotebookAndSelected() {
        search("needle");

        fx.await("it is found", () -> list().getItems().size() == 2);
        assertEquals("1 in 1 notebooks", fx.call(this::state));
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);

        assertEquals(second, fx.call(() -> model.activeDocument().orElseThrow()));
        assertEquals(List.of("showText c 2 8"), fx.call(() -> second.pages.getLast().asked));
    }

    @Test
    void whatIsNotSavedYetIsFoundAsItIsInTheWindow() {
        fx.run(() -> first.set(FakeDocument.notebookOf(FakeDocument.code("a", "an unsaved one"))));

        search("unsaved");

        fx.await("it is found", () -> list().getItems().size() == 2);
        fx.run(() -> list().getSelectionModel().select(1));
        fx.run(() -> list().requestFocus());
        press(KeyCode.ENTER);
        assertEquals(List.of("showText a 3 10"), fx.call(() -> first.pages.getLast().asked));
    }

    @Test
    void thePaneIsOpenedByKeysAndEscapeGoesBackToTheNotebook() {
        search("nowhere");
        fx.await("it is said", () -> state().equals("Nothing found in 2 notebooks."));

        press(KeyCode.ESCAPE);

        assertTrue(fx.call(() -> first.pages.getLast().view().isFocused()));
    }

    private FakeDocument document(String name, Notebook notebook) throws IOException {
        var file = folder.resolve(name);
        var written = NewNotebook.empty().withCells(notebook.cells());
        Files.write(file, new NotebookWriter().write(written).toByteArray());
        var document = new FakeDocument(file);
        document.set(notebook);
        documents.files.put(file, new Opened.Ready(document));
        return document;
    }

    private void search(String text) {
        fx.robot()
                .press(KeyCode.CONTROL, KeyCode.SHIFT)
                .type(KeyCode.F)
                .release(KeyCode.SHIFT, KeyCode.CONTROL);
        fx.settle();
        assertTrue(fx.call(() -> field().isFocused()));
        fx.robot().write(text, 0);
        press(KeyCode.ENTER);
    }

    private void press(KeyCode key) {
        fx.robot().push(key);
        fx.settle();
    }

    private Node pane() {
        return view.lookup(".search-pane");
    }

    private TextField field() {
        return (TextField) pane().lookup(".find-field");
    }

    private String state() {
        return ((Label) pane().lookup(".search-state")).getText();
    }

    private ListView<?> list() {
        return (ListView<?>) pane().lookup(".search-list");
    }
}
