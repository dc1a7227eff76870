package org.cellist.app.ui.workbench.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.diff.TextLine;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.storage.history.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The versions of a notebook, compared and restored.
class HistoryViewModelTest {

    private final Locale before = Locale.getDefault();
    @TempDir private Path folder;

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void versionsStandBelowTheirDaysTheNewestFirst() throws IOException {
        var past = new TestPast(folder, "a=1");
        past.keep(TestPast.NOON.minus(Duration.ofDays(1)), "a=1");
        past.keep(TestPast.NOON, "a=2");
        var model = model(past);

        model.load();

        var rows = model.timeline();
        assertEquals(new TimelineRow.Day(LocalDate.of(2026, 3, 1)), rows.get(0));
        assertEquals(TestPast.NOON, ((TimelineRow.Entry) rows.get(1)).version().at());
        assertEquals(new TimelineRow.Day(LocalDate.of(2026, 2, 28)), rows.get(2));
        assertEquals(4, rows.size());
    }

    @Test
    void aVersionSaysHowManyCellsItChanged() throws IOException {
        var past = new TestPast(folder, "a=1");
        past.keep(TestPast.NOON, "a=1", "b=1", "c=1");
        past.keep(TestPast.NOON.plusSeconds(1), "a=2", "c=1", "d=1", "e=1");
        var model = model(past);
        model.load();

        assertEquals(new Summary.Cells(1, 2, 1), model.summary(version(model, 0)).getValue());
        assertEquals(new Summary.First(3), model.summary(version(model, 1)).getValue());
    }

    @Test
    void aChosenVersionIsComparedWithWhatIsOpen() throws IOException {
        var past = new TestPast(folder, "a=2", "b=1");
        past.keep(TestPast.NOON, "a=1", "b=1");
        var model = model(past);

        chooseNewest(model);

        var lines = rows(model, DiffRow.Line.class).map(DiffRow.Line::line);
        assertEquals(
                List.of("REMOVED a=1", "ADDED a=2"),
                lines.map(HistoryViewModelTest::words).limit(2).toList());
        assertEquals(1, rows(model, DiffRow.OfCell.class).count());
    }

    @Test
    void aChangedCellIsRestoredWithAllThatItHadAndThatCanBeUndone() throws IOException {
        var past = new TestPast(folder, "a=2", "b=2");
        past.keep(TestPast.NOON, "a=1", "b=1");
        var model = model(past);
        chooseNewest(model);
        var was = past.store.notebook();

        model.restore(first(model));

        var cell = (CodeCell) past.store.notebook().cells().getFirst();
        assertEquals(List.of("a=1", "b=2"), past.sources());
        assertEquals("a=1", cell.metadata().string("from"));
        assertTrue(cell.outputs().toString().contains("out a=1"));
        assertEquals(1, rows(model, DiffRow.OfCell.class).count());
        past.store.undo();
        assertEquals(was.cells(), past.store.notebook().cells());
    }

    @Test
    void aRemovedCellComesBackAtItsPlace() throws IOException {
        var past = new TestPast(folder, "new=1", "a=1", "c=1");
        past.keep(TestPast.NOON, "a=1", "b=1", "c=1");
        var model = model(past);
        chooseNewest(model);

        model.restore(
                rows(model, DiffRow.OfCell.class)
                        .map(DiffRow.OfCell::diff)
                        .filter(CellDiff.Removed.class::isInstance)
                        .findFirst()
                        .orElseThrow());

        assertEquals(List.of("new=1", "a=1", "b=1", "c=1"), past.sources());
        past.store.undo();
        assertEquals(List.of("new=1", "a=1", "c=1"), past.sources());
    }

    @Test
    void theWholeIsRestoredAndThatCanBeUndone() throws IOException {
        var past = new TestPast(folder, "a=2", "x=1");
        past.keep(TestPast.NOON, "a=1", "b=1");
        var model = model(past);
        chooseNewest(model);

        model.restoreAll();

        assertEquals(List.of("a=1", "b=1"), past.sources());
        assertEquals(0, rows(model, DiffRow.class).count());
        past.store.undo();
        assertEquals(List.of("a=2", "x=1"), past.sources());
    }

    @Test
    void aDamagedVersionIsSaidToBeDamagedAndOthersAreRead() throws IOException {
        var past = new TestPast(folder, "a=2");
        past.keep(TestPast.NOON, "a=1");
        damagePieces();
        past.keep(TestPast.NOON.plusSeconds(1), "a=3");
        var model = model(past);
        model.load();

        model.choose(version(model, 1));
        assertInstanceOf(Shown.Damaged.class, model.shownProperty().get());
        model.choose(version(model, 0));
        assertInstanceOf(Shown.Compared.class, model.shownProperty().get());
        assertInstanceOf(Summary.Damaged.class, model.summary(version(model, 1)).getValue());
    }

    @Test
    void aNotebookWithoutVersionsSaysSo() {
        var model = model(new TestPast(folder, "a=1"));

        model.load();

        assertInstanceOf(Shown.Nothing.class, model.shownProperty().get());
    }

    @Test
    void aCopyIsTheVersionByteForByte() throws IOException {
        var past = new TestPast(folder, "a=2");
        past.keep(TestPast.NOON, "a=1");
        var model = model(past);
        chooseNewest(model);
        var copy = folder.resolve("copy.ipynb");
        var said = new String[1];

        model.saveCopy(copy, words -> said[0] = words);

        assertEquals("Saved as " + copy + ".", said[0]);
        assertTrue(Files.readString(copy).contains("a=1"));
    }

    private static HistoryViewModel model(TestPast past) {
        return new HistoryViewModel(past.past(Runnable::run, Runnable::run), ZoneOffset.UTC);
    }

    private static void chooseNewest(HistoryViewModel model) {
        model.load();
        model.choose(version(model, 0));
    }

    private static Version version(HistoryViewModel model, int place) {
        return model.timeline().stream()
                .filter(TimelineRow.Entry.class::isInstance)
                .map(row -> ((TimelineRow.Entry) row).version())
                .toList()
                .get(place);
    }

    private static CellDiff first(HistoryViewModel model) {
        return rows(model, DiffRow.OfCell.class).findFirst().orElseThrow().diff();
    }

    private static <T> Stream<T> rows(HistoryViewModel model, Class<T> kind) {
        var compared = assertInstanceOf(Shown.Compared.class, model.shownProperty().get());
        return compared.rows().stream().filter(kind::isInstance).map(kind::cast);
    }

    private static String words(TextLine line) {
        return line.kind() + " " + line.text();
    }

    private void damagePieces() throws IOException {
        try (var files = Files.walk(folder.resolve("history").resolve("pieces"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, "damaged");
            }
        }
    }
}
