package org.cellist.app.ui.xserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Hangul as people type it, by a real input method on a real X server: `gksrmf` is 한글.
///
/// One window for all tests, each with cells of its own. What counts is the file that is saved.
@EnabledOnOs(value = OS.LINUX, disabledReason = "ibus is the input method of Linux")
class HangulIT {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir private static Path folder;
    private static Path notebook;
    private static HangulWindow window;

    @BeforeAll
    static void open() throws Exception {
        var missing = HangulWindow.missing();
        assertTrue(missing.isEmpty(), "sudo apt-get install -y " + String.join(" ", missing));
        var home = Files.createDirectories(folder.resolve("home"));
        var settings = Files.createDirectories(home.resolve("config/cellist"));
        Files.writeString(
                settings.resolve("settings.properties"),
                "language=en\nkey.view.vim=window: F4\ncompletion.asYouType=false\n");
        notebook = folder.resolve("hangul.ipynb");
        var cells = new ArrayList<Cell>();
        for (var id : List.of("keys", "below", "mouse", "other", "lead")) {
            cells.add(code(id, ""));
        }
        cells.add(new Cell.MarkdownCell(new CellId("text"), "", JsonObject.EMPTY, Map.of(), null));
        for (var id : List.of("find", "carets", "vim", "hanja")) {
            cells.add(code(id, id.equals("carets") ? "a\nb" : ""));
        }
        var written = NewNotebook.empty().withCells(cells);
        Files.write(notebook, new NotebookWriter().write(written).toByteArray());
        window = new HangulWindow(home, notebook);
        awaitHangul();
    }

    /// The first keys come as Latin letters while the input method is still on its way.
    private static void awaitHangul() throws Exception {
        window.click("keys");
        var seen = window.awaitKeys("keys", "");
        while (!seen.text().endsWith("ㅎ")) {
            window.type("g");
            seen = window.awaitOther(seen);
        }
        window.press("ctrl+a", "BackSpace");
        window.awaitKeys("keys", "");
    }

    private static Cell code(String id, String source) {
        return new Cell.CodeCell(
                new CellId(id), source, JsonObject.EMPTY, null, CellOutputs.NONE, null);
    }

    @AfterAll
    static void close() {
        if (window != null) {
            window.close();
        }
    }

    @Test
    void aKeyThatLeavesTheCellCommitsTheSyllableThere() throws Exception {
        window.click("keys");
        window.awaitKeys("keys", "");
        window.type("gksrm");
        window.awaitKeys("keys", "한그");
        window.type("f");
        window.awaitKeys("keys", "한글");

        window.press("Down");

        window.awaitKeys("below", "");
        window.type("dks");
        window.awaitKeys("below", "안");
        assertSaved("keys", "한글");
        assertSaved("below", "안");
    }

    @Test
    void aClickIntoAnotherCellCommitsTheSyllableThere() throws Exception {
        window.click("mouse");
        window.awaitKeys("mouse", "");
        window.type("gksrmf");
        window.awaitKeys("mouse", "한글");

        window.click("other");

        window.awaitKeys("other", "");
        window.type("sk");
        window.awaitKeys("other", "나");
        assertSaved("mouse", "한글");
        assertSaved("other", "나");
    }

    @Test
    void aTextCellTakesHangulAndBackspaceTakesALetterOfIt() throws Exception {
        window.click("lead");
        window.awaitKeys("lead", "");
        window.press("Down");
        window.awaitKeys("page", "");
        window.press("Return");
        window.awaitKeys("text", "");
        window.type("gksrmf");
        window.awaitKeys("text", "한글");

        window.press("BackSpace");
        window.awaitKeys("text", "한그");
        window.press("space");
        window.type("qka");

        window.awaitKeys("text", "한그 밤");
        assertSaved("text", "한그 밤");
    }

    @Test
    void theFieldOfTheSearchTakesHangul() throws Exception {
        window.click("find");
        window.awaitKeys("find", "");
        window.type("ekfr");
        window.awaitKeys("find", "닭");

        window.press("ctrl+f");
        window.awaitKeys("field", "");
        window.type("ekfr");

        window.awaitKeys("field", "닭");
        window.click("find");
        window.awaitKeys("find", "닭");
        assertSaved("find", "닭");
    }

    @Test
    void aSyllableComesToEachCaretOnce() throws Exception {
        window.click("carets");
        window.awaitKeys("carets", "a⏎b");
        window.press("ctrl+Home", "ctrl+alt+Down");
        window.type("gksrmf");
        window.press("space");

        window.awaitKeys("carets", "한글 a⏎한글 b");
        assertSaved("carets", "한글 a\n한글 b");
    }

    @Test
    void vimsInsertModeTakesHangul() throws Exception {
        window.click("vim");
        window.awaitKeys("vim", "");
        window.press("F4");
        window.awaitMode("NORMAL");
        window.takeEngine("xkb:us::eng"); // in normal mode letters are commands
        window.type("i");
        window.awaitMode("INSERT");
        window.takeEngine("hangul");
        window.type("gksrmf");

        window.awaitKeys("vim", "한글");
        window.click("lead");
        window.awaitKeys("lead", "");
        window.press("F4");
        window.awaitMode("");
        assertSaved("vim", "한글");
    }

    @Test
    void theListOfHanjaOpensBelowTheSyllableAndItsChoiceTakesItsPlace() throws Exception {
        window.click("hanja");
        window.awaitKeys("hanja", "");
        window.type("gks");
        var caret = window.awaitKeys("hanja", "한");

        window.press("F9");

        var list = window.awaitWindow("ibus-ui-gtk3");
        assertEquals(caret.left(), list.left(), 40, "the list is beside the caret");
        assertTrue(
                list.top() >= caret.bottom() - 2 || list.bottom() <= caret.bottom(),
                () -> "the list covers the syllable: " + list + caret);
        window.press("Return");
        window.awaitKeys("hanja", "韓");
        assertSaved("hanja", "韓");
    }

    /// Saves, and waits until the file has that source.
    private static void assertSaved(String cell, String source) throws Exception {
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(
                    watch,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY);
            window.press("ctrl+s");
            var saved = saved(cell);
            while (!saved.equals(source)) {
                var key = watch.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (key == null) {
                    break;
                }
                key.pollEvents();
                key.reset();
                saved = saved(cell);
            }
            assertEquals(source, saved);
        }
    }

    private static String saved(String cell) {
        return new NotebookFiles().open(notebook) instanceof OpenOutcome.Opened(var file)
                ? file.notebook().cell(new CellId(cell)).map(Cell::source).orElse("")
                : "";
    }
}
