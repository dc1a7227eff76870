package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.split.Arrangement;
import org.cellist.app.ui.workbench.split.Place;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final Path FILE = FakeDocuments.path("a.ipynb");
    private static final Path OTHER = FakeDocuments.path("b.ipynb");

    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument document = documents.notebook("a.ipynb");
    private final WorkbenchViewModel model = new WindowSet(documents).add();

    SplitTest() {
        documents.notebook("b.ipynb");
        model.open(List.of(FILE));
    }

    private List<TabGroup> groups() {
        return model.arrangementProperty().get().groups();
    }

    @Test
    void aSplitShowsTheSameDocumentAndTakesTheKeys() {
        model.split(Orientation.HORIZONTAL);

        assertEquals(2, groups().size());
        assertSame(groups().getLast(), model.focusedProperty().get());
        assertSame(document, model.activeDocument().orElseThrow());
        assertTrue(document.asked.contains("retain"));
    }

    @Test
    void splitsInOneDirectionLieInOneRow() {
        model.split(Orientation.HORIZONTAL);
        model.split(Orientation.HORIZONTAL);
        model.split(Orientation.VERTICAL);

        var parts = (Arrangement.Parts<TabGroup>) model.arrangementProperty().get();
        assertEquals(3, parts.parts().size());
        assertEquals(4, groups().size());
    }

    @Test
    void aFileOpensInThePartThatHasTheKeys() {
        model.split(Orientation.VERTICAL);
        model.focus(groups().getFirst());

        model.open(List.of(OTHER));

        assertEquals(2, groups().getFirst().tabs().size());
        assertEquals(1, groups().getLast().tabs().size());
    }

    @Test
    void aPartGoesWithItsLastTab() {
        model.split(Orientation.HORIZONTAL);

        model.remove(groups().getLast().tabs().getFirst());

        assertEquals(1, groups().size());
        assertSame(document, model.activeDocument().orElseThrow());
    }

    @Test
    void closingASplitKeepsWhatOnlyItShows() {
        model.split(Orientation.HORIZONTAL);
        model.open(List.of(OTHER));

        model.closeSplit();

        assertEquals(1, groups().size());
        assertEquals(List.of(FILE, OTHER), model.tabs().stream().map(TabViewModel::file).toList());
        assertEquals(OTHER, model.activeDocument().orElseThrow().file());
    }

    @Test
    void aTabMovesIntoAPartOfItsOwn() {
        model.open(List.of(OTHER));

        model.moveTab();

        assertEquals(2, groups().size());
        assertEquals(OTHER, model.activeDocument().orElseThrow().file());
        assertNotEquals(groups().getFirst(), model.focusedProperty().get());
        assertFalse(groups().getFirst().tabs().isEmpty());
    }

    @Test
    void theSplitIsTakenOverWithTheTabs() {
        model.split(Orientation.HORIZONTAL);

        var heir = model.handOver();

        assertEquals(2, heir.arrangementProperty().get().groups().size());
        assertEquals(2, heir.tabs().size());
        assertEquals(List.of(), model.tabs());
        assertSame(document, heir.activeDocument().orElseThrow());
    }

    @Test
    void aTabWhoseDocumentIsShownElsewhereClosesWithoutAQuestion() {
        model.split(Orientation.HORIZONTAL);
        document.set(document.with(new SaveState.Unsaved()));
        var saving = new Saving(model, new ScriptedPrompts(), _ -> {});

        saving.close(groups().getLast().tabs().getFirst());

        assertEquals(1, model.tabs().size());
        assertFalse(document.asked.contains("save"));
    }

    @Test
    void aTabMovesAlongItsRowAsFarAsThatGoes() {
        model.open(List.of(OTHER));
        var other = model.activeProperty().get();

        model.shift(1);
        assertEquals(other, model.tabs().getLast());

        model.shift(-1);
        model.shift(-1);
        assertEquals(other, model.tabs().getFirst());
        assertEquals(other, model.activeProperty().get());
    }

    @Test
    void aTabComesBeforeOneOfAnotherPart() {
        model.open(List.of(OTHER));
        var tab = model.tabs().getFirst();
        model.moveTab();

        model.put(tab, new Place.Among<>(groups().getLast(), 0));

        assertEquals(1, groups().size());
        assertEquals(tab, model.tabs().getFirst());
        assertEquals(tab, model.activeProperty().get());
    }

    @Test
    void aTabTakesASideOfAPart() {
        model.open(List.of(OTHER));
        var tab = model.tabs().getLast();
        var part = groups().getFirst();

        model.put(tab, new Place.Beside<>(part, Side.TOP));

        assertEquals(List.of(tab), groups().getFirst().tabs());
        assertEquals(part, groups().getLast());
        var parts = (Arrangement.Parts<TabGroup>) model.arrangementProperty().get();
        assertEquals(Orientation.VERTICAL, parts.direction());
    }

    @Test
    void aTabThatIsAloneStaysWhenItIsPutBesideItself() {
        model.put(model.tabs().getFirst(), new Place.Beside<>(groups().getFirst(), Side.LEFT));

        assertEquals(1, groups().size());
        assertEquals(1, model.tabs().size());
    }
}
