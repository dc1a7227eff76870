package org.cellist.app.ui.workbench.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.workbench.FakeDocument;
import org.cellist.app.ui.workbench.contents.ContentsViewModel.Entry;
import org.cellist.app.ui.workbench.contents.ContentsViewModel.State;
import org.cellist.app.ui.workbench.port.Document.CellProgress;
import org.junit.jupiter.api.Test;

class ContentsViewModelTest {

    private final List<Runnable> background = new ArrayList<>();
    private final FakeDocument document = new FakeDocument(null);
    private final ContentsViewModel model = new ContentsViewModel(Runnable::run, Runnable::run);

    @Test
    void headingsStandInOrderWithTheStateOfTheCodeBelow() {
        show(
                text("a", "# Title"),
                text("b", "## Load"),
                code("c"),
                text("d", "## Train"),
                code("e"));
        document.progress.put(new CellId("c"), CellProgress.DONE);
        document.progress.put(new CellId("e"), CellProgress.RUNNING);

        model.refresh();

        assertEquals(
                List.of(
                        new Entry(1, "Title", new CellId("a"), State.NO_CODE),
                        new Entry(2, "Load", new CellId("b"), State.DONE),
                        new Entry(2, "Train", new CellId("d"), State.RUNNING)),
                model.entriesProperty().get());
    }

    @Test
    void oneFailedCellMarksItsHeading() {
        show(text("a", "# Load"), code("b"), code("c"));
        document.progress.put(new CellId("b"), CellProgress.DONE);
        document.progress.put(new CellId("c"), CellProgress.FAILED);

        model.refresh();

        assertEquals(State.FAILED, model.entriesProperty().get().getFirst().state());
    }

    @Test
    void theCurrentHeadingIsTheLastOneAboveTheSelection() {
        show(text("a", "# One"), code("b"), text("c", "# Two"), code("d"));

        model.setLead(1);
        assertEquals(0, model.currentProperty().get());
        model.setLead(3);
        assertEquals(1, model.currentProperty().get());
    }

    @Test
    void oneSearchFollowsAnotherUntilTheHeadingsAreThoseOfTheNotebook() {
        var slow = new ContentsViewModel(background::add, Runnable::run);
        document.set(FakeDocument.notebookOf(text("a", "# Old")));
        slow.follow(document);
        for (var title : List.of("# Newer", "# Newest")) {
            document.set(FakeDocument.notebookOf(text("a", title)));
            slow.refresh();
        }

        assertEquals(1, background.size());
        background.removeFirst().run();
        background.removeFirst().run();

        assertEquals("Newest", slow.entriesProperty().get().getFirst().text());
        assertEquals(List.of(), background);
    }

    @Test
    void headingsOfADocumentThatIsNoLongerShownAreDropped() {
        var slow = new ContentsViewModel(background::add, Runnable::run);
        var other = new FakeDocument(null);
        document.set(FakeDocument.notebookOf(text("a", "# Before")));
        other.set(FakeDocument.notebookOf(text("a", "# After")));
        slow.follow(document);
        slow.follow(other);

        background.removeLast().run();
        background.removeLast().run();

        assertEquals("After", slow.entriesProperty().get().getFirst().text());
    }

    @Test
    void withoutADocumentThereIsNothing() {
        show(text("a", "# One"));

        model.follow(null);

        assertEquals(List.of(), model.entriesProperty().get());
        assertEquals(-1, model.currentProperty().get());
    }

    private void show(Cell... cells) {
        document.set(FakeDocument.notebookOf(cells));
        model.follow(document);
    }

    private static Cell text(String id, String source) {
        return FakeDocument.markdown(id, source);
    }

    private static Cell code(String id) {
        return FakeDocument.code(id, "1 + 1");
    }
}
