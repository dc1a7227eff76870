package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.split.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowSetTest {

    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument document = documents.notebook("a.ipynb");
    private final WindowSet windows = new WindowSet(documents);
    private final List<String> asked = new ArrayList<>();
    private final WorkbenchViewModel first = windows.add();
    private @Nullable WorkbenchViewModel kept; // by whoever is asked

    WindowSetTest() {
        documents.notebook("b.ipynb");
        windows.setScreen(new NotedScreen());
        first.open(List.of(path("a.ipynb"), path("b.ipynb")));
    }

    @Test
    void whatCouldNotBeSentIsOpenedBehindWhatIsInFront() {
        documents.notebook("unsent.ipynb");
        documents.unsent.add(path("unsent.ipynb"));

        windows.openUnsent(first);

        assertEquals(List.of("a.ipynb", "b.ipynb", "unsent.ipynb"), titles(first));
        assertEquals("b.ipynb", first.activeProperty().get().titleProperty().get());
    }

    @Test
    void withNothingUnsentNothingIsOpened() {
        windows.openUnsent(first);

        assertEquals(List.of("a.ipynb", "b.ipynb"), titles(first));
    }

    private final class NotedScreen implements WindowSet.Screen {

        @Override
        public void show(WorkbenchViewModel window, @Nullable Point2D pointer) {
            asked.add("show " + titles(window));
        }

        @Override
        public void toFront(WorkbenchViewModel window) {
            asked.add("front " + titles(window));
            windows.used(window);
        }

        @Override
        public void close(WorkbenchViewModel window, Runnable then) {
            asked.add("close " + titles(window));
            if (!window.equals(kept)) {
                windows.remove(window);
                then.run();
            }
        }
    }

    private static List<String> titles(WorkbenchViewModel window) {
        return window.tabs().stream().map(tab -> tab.titleProperty().get()).toList();
    }

    private WorkbenchViewModel second() {
        windows.putAlone(first.tabs().getFirst(), null);
        return windows.windows().getFirst();
    }

    @Test
    void aTabGoesToAWindowOfItsOwnAndNothingEnds() {
        var second = second();

        assertNotSame(first, second);
        assertEquals(List.of("a.ipynb"), titles(second));
        assertEquals(List.of("b.ipynb"), titles(first));
        assertEquals(List.of("show [a.ipynb]"), asked);
        assertSame(document, second.activeDocument().orElseThrow());
        assertFalse(document.asked.contains("close"));
    }

    @Test
    void quittingClosesOneWindowAfterTheOther() {
        second();
        asked.clear();

        windows.closeAll();

        assertEquals(List.of("close [a.ipynb]", "close [b.ipynb]"), asked);
        assertEquals(List.of(), windows.windows());
    }

    @Test
    void quittingEndsAtAWindowThatIsKept() {
        kept = second();
        asked.clear();

        windows.closeAll();

        assertEquals(List.of("close [a.ipynb]"), asked);
        assertEquals(2, windows.windows().size());
    }

    @Test
    void aTabThatIsAloneInItsWindowStays() {
        var second = second();

        assertFalse(windows.canLeave(second.tabs().getFirst()));
        windows.putAlone(second.tabs().getFirst(), null);

        assertEquals(2, windows.windows().size());
    }

    @Test
    void aFileThatIsOpenInAnotherWindowComesToTheFrontThere() {
        var second = second();
        asked.clear();

        first.open(List.of(path("a.ipynb")));

        assertEquals(List.of("front [a.ipynb]"), asked);
        assertEquals(List.of("b.ipynb"), titles(first));
        assertEquals(List.of("a.ipynb"), titles(second));
    }

    @Test
    void aWindowWhoseLastTabIsDraggedAwayCloses() {
        var second = second();
        asked.clear();

        windows.put(
                second.tabs().getFirst(),
                first,
                new Place.Among<>(first.focusedProperty().get(), 0));

        assertEquals(List.of("a.ipynb", "b.ipynb"), titles(first));
        assertEquals(List.of("front [a.ipynb, b.ipynb]", "close []"), asked);
        assertEquals(List.of(first), windows.windows());
    }

    @Test
    void aTabWhoseDocumentAnotherWindowShowsClosesWithoutAQuestion() {
        first.activate(first.tabs().getFirst());
        first.split(Orientation.HORIZONTAL);
        windows.putAlone(first.activeProperty().get(), null);
        var second = windows.windows().getFirst();
        document.set(document.with(new SaveState.Unsaved()));
        var prompts = new ScriptedPrompts();

        new Saving(second, prompts, _ -> {}).closeAll(() -> asked.add("closed"));

        assertTrue(asked.contains("closed"));
        assertFalse(document.asked.contains("save"));
        assertEquals(2, first.tabs().size());
    }

    @Test
    void closingAWindowSavesWhatItAloneShows() {
        var second = second();
        document.set(document.with(new SaveState.Unsaved()));

        new Saving(second, new ScriptedPrompts(), _ -> {}).closeAll(() -> asked.add("closed"));

        assertTrue(document.asked.contains("save"), document.asked::toString);
        assertEquals(List.of("b.ipynb"), titles(first));
    }

    @Test
    void theListOfRecentFilesIsOne() {
        var second = second();
        documents.recent.add(path("c.ipynb"));

        first.refreshRecent();

        assertEquals(List.of(path("c.ipynb")), second.recentProperty().get());
    }
}
