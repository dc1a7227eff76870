package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Laying code out on the page, by a program of the test's own that puts spaces around `=`.
@Tag("ui")
@ExtendWith(FxExtension.class)
class FormatUiTest {

    private static final String SPACES = "#!/bin/sh\nexec sed 's/ *= */ = /'\n";

    @TempDir Path folder;
    private PageFixture page;

    @BeforeEach
    void show(Fx fx) {
        page =
                new PageFixture(
                        fx,
                        List.of(
                                NewNotebook.cell(CellType.CODE, "a=1\nb=2"),
                                NewNotebook.cell(CellType.MARKDOWN, "x=y"),
                                NewNotebook.cell(CellType.CODE, "c=3")));
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void theCaretStaysAtItsWordAndOneStepTakesItBack() throws Exception {
        choose(SPACES, null);
        page.press(KeyCode.ENTER);
        page.press(KeyCode.DOWN);
        page.press(KeyCode.END);

        page.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.F);
        page.fx.await("it is laid out", () -> now(0).equals("a = 1\nb = 2"));
        page.type("0");

        assertEquals("a = 1\nb = 20", page.source(0));
        page.fx.run(() -> page.page.perform(PageCommand.UNDO));
        page.fx.run(() -> page.page.perform(PageCommand.UNDO));
        assertEquals("a=1\nb=2", page.source(0));
    }

    @Test
    void allCellsAreOneStep() throws Exception {
        choose(SPACES, null);

        perform(PageCommand.FORMAT_ALL);
        page.fx.await("all are laid out", () -> now(2).equals("c = 3"));

        assertEquals(List.of("a = 1\nb = 2", "x=y", "c = 3"), page.sources());
        perform(PageCommand.UNDO);
        assertEquals(List.of("a=1\nb=2", "x=y", "c=3"), page.sources());
    }

    @Test
    void aCellThatIsEditedMeanwhileStaysAndThatIsSaid() throws Exception {
        var go = folder.resolve("go");
        choose("#!/bin/sh\nwhile [ ! -e '" + go + "' ]; do sleep 0.02; done\n" + SPACES, null);
        perform(PageCommand.FORMAT_ALL);

        page.fx.run(
                () -> {
                    var first = page.session.store().notebook().cells().getFirst().id();
                    page.session.store().apply(new EditSource(first, 0, 1, "d", null));
                });
        Files.createFile(go);
        page.fx.await("the other is laid out", () -> now(2).equals("c = 3"));

        assertEquals("d=1\nb=2", page.source(0));
        assertTrue(said().contains("1 cell was edited meanwhile"), this::said);
    }

    @Test
    void aCellThatIsNoPythonIsNamed() throws Exception {
        choose(
                "#!/bin/sh\necho 'error: Failed to parse cell.py:3:1: Expected x' >&2; exit 2\n",
                null);

        perform(PageCommand.FORMAT);
        page.fx.await("it is said", () -> note().contains("Cell 1, line 2: Expected x"));

        assertEquals("a=1\nb=2", page.source(0));
    }

    @Test
    void withoutAProgramTheLineThatInstallsOneIsShown() throws Exception {
        choose(null, null);

        perform(PageCommand.FORMAT);
        page.fx.await("it is said", () -> note().contains("Neither ruff nor black"));

        var line = (TextField) page.page.view().lookup(".copy-line-text");
        assertEquals(folder.resolve("python") + " -m pip install ruff", line.getText());
    }

    @Test
    void nothingOfTheNotebooksFolderRunsBeforeConsent() throws Exception {
        var trap = folder.resolve("sprung");
        choose("#!/bin/sh\ntouch '" + trap + "'\n", folder);

        perform(PageCommand.FORMAT);
        page.fx.await("it is said", () -> note().contains("agree"));

        assertTrue(Files.notExists(trap));
    }

    private void perform(PageCommand command) {
        page.fx.run(() -> page.page.perform(command));
        page.fx.settle();
    }

    private String said() {
        return page.fx.call(this::note);
    }

    /// On the JavaFX thread, as the next.
    private String note() {
        return page.page.view().lookup(".note-text") instanceof Label label ? label.getText() : "";
    }

    private String now(int cell) {
        return page.session.store().notebook().cells().get(cell).source();
    }

    /// Chooses a kernel whose environment has a ruff of that text, or none.
    private void choose(@Nullable String ruff, @Nullable Path consent) throws IOException {
        var python = script("python", "#!/bin/sh\necho \"No module named $2\" >&2; exit 1\n");
        if (ruff != null) {
            script("ruff", ruff);
        }
        var file =
                new KernelspecFile(
                        List.of(python.toString()),
                        "Test",
                        "python",
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY);
        var spec =
                new Kernelspec(
                        "test",
                        file,
                        KernelspecSource.ENVIRONMENT,
                        null,
                        new Interpreter(python, null),
                        null,
                        consent);
        page.fx.run(() -> page.session.kernel().choose(new KernelRuntime.Local(spec)));
    }

    private Path script(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }
}
