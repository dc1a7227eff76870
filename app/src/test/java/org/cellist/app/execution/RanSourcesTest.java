package org.cellist.app.execution;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.junit.jupiter.api.Test;

/// When a cell's outputs are those of another source.
class RanSourcesTest {

    @Test
    void aCellWhoseSourceChangedAfterItRanIsStaleUntilThatIsTakenBack() throws Exception {
        try (var page = new PlayedKernel("a", "b")) {
            var cell = page.cells.get(0);
            page.run(0);
            page.end(page.request("a"));
            assertFalse(page.queue.isStale(cell));

            page.store.apply(new EditSource(cell, 1, 0, "x", null));
            assertTrue(page.queue.isStale(cell));

            page.store.undo();
            assertFalse(page.queue.isStale(cell));
        }
    }

    @Test
    void aCellThatIsEditedWhileItRunsIsStale() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            var request = page.request("a");

            page.store.apply(new EditSource(page.cells.get(0), 0, 1, "b", null));
            page.end(request);

            assertTrue(page.queue.isStale(page.cells.get(0)));
        }
    }

    @Test
    void anotherRunMakesItFreshAgain() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.run(0);
            page.end(page.request("a"));
            page.store.apply(new EditSource(page.cells.get(0), 0, 1, "b", null));

            page.run(0);
            page.end(page.request("b"));

            assertFalse(page.queue.isStale(page.cells.get(0)));
        }
    }

    @Test
    void whatNeverRanIsNotStale() throws Exception {
        try (var page = new PlayedKernel("a")) {
            page.store.apply(new EditSource(page.cells.get(0), 0, 1, "b", null));

            assertFalse(page.queue.isStale(page.cells.get(0)));
        }
    }
}
