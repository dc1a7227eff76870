package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.junit.jupiter.api.Test;

class WorkbenchViewModelTest {

    private final FakeDocuments documents = new FakeDocuments();
    private final WorkbenchViewModel model = new WindowSet(documents).add();

    @Test
    void everyFileGetsATabAndTheLastIsInFront() {
        documents.notebook("a.ipynb");
        documents.notebook("b.ipynb");

        model.open(List.of(path("a.ipynb"), path("b.ipynb")));

        assertEquals(List.of("a.ipynb", "b.ipynb"), titles());
        assertEquals("b.ipynb", front());
    }

    @Test
    void aFileThatIsOpenIsShownAgainNotOpenedTwice() {
        documents.notebook("a.ipynb");
        documents.notebook("b.ipynb");
        model.open(List.of(path("a.ipynb"), path("b.ipynb")));

        model.open(List.of(path("./x/../a.ipynb")));

        assertEquals(List.of("a.ipynb", "b.ipynb"), titles());
        assertEquals("a.ipynb", front());
    }

    @Test
    void aFileIsLoadingUntilItWasRead() {
        documents.notebook("a.ipynb");
        documents.readSlowly();

        model.open(List.of(path("a.ipynb")));
        assertInstanceOf(Content.Loading.class, content());
        documents.finishReading();

        assertInstanceOf(Content.Open.class, content());
    }

    @Test
    void aFileIsRecentOnceItWasRead() {
        documents.notebook("a.ipynb");
        documents.readSlowly();
        model.open(List.of(path("a.ipynb")));

        documents.recent.add(path("a.ipynb"));
        documents.finishReading();

        assertEquals(List.of(path("a.ipynb")), model.recentProperty().get());
    }

    @Test
    void aNotebookWhoseTabWasClosedWhileItWasReadIsClosed() {
        var document = documents.notebook("a.ipynb");
        documents.readSlowly();
        model.open(List.of(path("a.ipynb")));

        model.remove(model.tabs().getFirst());
        documents.finishReading();

        assertEquals(List.of("close"), document.asked);
        assertEquals(List.of(), titles());
    }

    @Test
    void aRefusedFileCanBeShownAsText() {
        documents.refuse("a.ipynb", true);
        model.open(List.of(path("a.ipynb")));
        assertInstanceOf(Content.Refused.class, content());

        model.openAsText(model.tabs().getFirst());

        assertInstanceOf(Content.Open.class, content());
    }

    @Test
    void aRefusedFileThatWasRepairedOpensOnRetry() {
        documents.refuse("a.ipynb", true);
        model.open(List.of(path("a.ipynb")));
        documents.notebook("a.ipynb");

        model.retry(model.tabs().getFirst());

        assertInstanceOf(Content.Open.class, content());
    }

    @Test
    void theTabAtTheRightComesToTheFrontWhenTheFrontOneGoes() {
        documents.notebook("a.ipynb");
        documents.notebook("b.ipynb");
        documents.notebook("c.ipynb");
        model.open(List.of(path("a.ipynb"), path("b.ipynb"), path("c.ipynb")));
        model.activate(model.tabs().get(1));

        model.remove(model.tabs().get(1));
        assertEquals("c.ipynb", front());
        model.remove(model.tabs().get(1));
        assertEquals("a.ipynb", front());
        model.remove(model.tabs().getFirst());
        assertNull(model.activeProperty().get());
    }

    @Test
    void goingToTheNextTabGoesAroundTheEnd() {
        documents.notebook("a.ipynb");
        documents.notebook("b.ipynb");
        model.open(List.of(path("a.ipynb"), path("b.ipynb")));

        model.activateNext(1);
        assertEquals("a.ipynb", front());
        model.activateNext(-1);
        assertEquals("b.ipynb", front());
    }

    @Test
    void tabsAreHandedOverOpen() {
        var document = documents.notebook("a.ipynb");
        model.open(List.of(path("a.ipynb")));
        var tab = model.tabs().getFirst();

        var heir = model.handOver();

        assertSame(tab, heir.activeProperty().get());
        assertEquals(List.of(), titles());
        assertEquals(List.of(), document.asked);
    }

    private List<String> titles() {
        return model.tabs().stream().map(tab -> tab.titleProperty().get()).toList();
    }

    private String front() {
        var tab = model.activeProperty().get();
        return tab == null ? "none" : tab.titleProperty().get();
    }

    private Content content() {
        return model.tabs().getFirst().contentProperty().get();
    }

    private static Path path(String name) {
        return FakeDocuments.path(name);
    }
}
