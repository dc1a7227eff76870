package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.junit.jupiter.api.Test;

class TabViewModelTest {

    private final FakeDocument document = new FakeDocument(Path.of("/n/tour.ipynb"));
    private final TabViewModel tab = new TabViewModel(new Content.Open(document));

    @Test
    void theTitleIsTheFilesName() {
        assertEquals("tour.ipynb", tab.titleProperty().get());
    }

    @Test
    void anEditThatIsNotOnThisDiskMakesTheTabPending() {
        assertFalse(tab.isPending());

        document.set(document.with(new SaveState.Unsaved()));
        assertTrue(tab.isPending());

        document.set(document.with(new SaveState.Saved()));
        assertFalse(tab.isPending());
    }

    @Test
    void aFailedSaveIsPending() {
        document.set(document.with(new SaveState.Failed("full")));

        assertTrue(tab.isPending());
    }

    @Test
    void aTabWithoutADocumentHasNoState() {
        tab.set(new Content.Loading(Path.of("/n/other.ipynb")));

        assertNull(tab.stateProperty().get());
        assertEquals("other.ipynb", tab.titleProperty().get());
    }

    @Test
    void aClosedTabFollowsItsDocumentNoMore() {
        long before = tab.changesProperty().get();

        tab.close();
        document.changed();

        assertEquals(before, tab.changesProperty().get());
        assertEquals(List.of("close"), document.asked);
    }
}
