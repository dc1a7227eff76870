package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.page.PagePlace;
import org.junit.jupiter.api.Test;

class JumpsTest {

    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument notebook = documents.notebook("a.ipynb");
    private final FakeDocument module = documents.notebook("b.py");
    private final WorkbenchViewModel model = new WindowSet(documents).add();

    JumpsTest() {
        model.open(List.of(path("a.ipynb")));
        standAt(7);
    }

    private void standAt(int offset) {
        page().place = new PagePlace(new CellId("cell"), offset);
    }

    /// The page in front.
    private FakePage page() {
        var tab = model.activeProperty().get();
        return (FakePage) model.windows().pages().page(tab, tab.document().orElseThrow());
    }

    private List<String> titles() {
        return model.tabs().stream().map(tab -> tab.titleProperty().get()).toList();
    }

    private String front() {
        return model.activeProperty().get().titleProperty().get();
    }

    @Test
    void aPageOpensAnotherFileAtALineAndBackIsWhereThePersonStood() {
        page().site.open(path("b.py"), 12, 5);

        assertEquals("b.py", front());
        assertEquals(List.of("showLine 12 5"), page().asked);
        standAt(90);
        model.jumps().back();
        assertEquals("a.ipynb", front());
        assertEquals(List.of("show cell 7"), page().asked);
        model.jumps().forward();
        assertEquals("b.py", front());
        assertEquals(List.of("showLine 12 5", "show cell 90"), page().asked);
    }

    @Test
    void anOpenFileIsNotOpenedTwice() {
        model.open(List.of(path("b.py"), path("a.ipynb")));

        page().site.open(path("b.py"), 1, 1);

        assertEquals(List.of("a.ipynb", "b.py"), titles());
        assertEquals(module, model.activeDocument().orElseThrow());
    }

    @Test
    void aFileThatIsReadSlowlyIsShownAtItsLineUnlessThePersonLeft() {
        var before = model.activeProperty().get();
        documents.readSlowly();
        page().site.open(path("b.py"), 3, 1);
        model.activate(before);
        documents.finishReading();
        model.activateNext(1);
        assertEquals(List.of(), page().asked);

        model.activate(before);
        model.remove(model.tabs().getLast());
        documents.readSlowly();
        page().site.open(path("b.py"), 3, 1);
        documents.finishReading();

        assertEquals(List.of("showLine 3 1"), page().asked);
    }

    @Test
    void aPageBehindOthersOpensNothing() {
        var site = page().site;
        model.create();

        site.open(path("b.py"), 3, 1);
        site.leave();

        assertEquals(List.of("a.ipynb", "Untitled.ipynb"), titles());
        assertFalse(model.jumps().trail().hasBehindProperty().get());
    }

    @Test
    void aJumpOnOnePageComesBackThere() {
        page().site.leave();
        standAt(50);

        model.jumps().back();

        assertEquals(List.of("show cell 7"), page().asked);
        model.jumps().forward();
        assertEquals(List.of("show cell 7", "show cell 50"), page().asked);
    }

    @Test
    void aFileThatWasClosedIsOpenedAgainOnTheWay() {
        page().site.open(path("b.py"), 3, 1);
        model.remove(model.tabs().getFirst());

        model.jumps().back();

        assertEquals(List.of("b.py", "a.ipynb"), titles());
        assertEquals(notebook, model.activeDocument().orElseThrow());
        assertEquals(List.of("show cell 7"), page().asked);
    }

    @Test
    void aRefusedFileSaysWhyAndTheWayBackIsOpen() {
        documents.refuse("c.so", false);

        page().site.open(path("c.so"), 3, 1);
        assertEquals("c.so", front());
        model.jumps().back();

        assertEquals("a.ipynb", front());
    }

    @Test
    void whatHadNoFileAndIsClosedIsPassedOver() {
        model.create();
        page().site.open(path("b.py"), 3, 1);
        model.remove(model.tabs().get(1));
        standAt(4);
        model.open(List.of(path("a.ipynb")));
        documents.created.clear();

        model.jumps().back();

        assertEquals(List.of("a.ipynb", "b.py"), titles());
    }

    @Test
    void anotherLanguageKeepsTheWay() {
        page().site.leave();
        standAt(50);

        var heir = model.handOver();

        assertEquals(true, heir.jumps().trail().hasBehindProperty().get());
    }
}
