package org.cellist.app.ui.notebook.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.notebook.metadata.TagsViewModel.State;
import org.cellist.app.ui.notebook.metadata.TagsViewModel.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TagsViewModelTest {

    private final List<CellId> selected = new ArrayList<>();
    private final NotebookStore store =
            new NotebookStore(
                    NewNotebook.empty()
                            .withCells(
                                    Stream.of("a", "b", "c")
                                            .map(text -> NewNotebook.cell(CellType.CODE, text))
                                            .toList()),
                    Clock.systemUTC());
    private final TagsViewModel model = new TagsViewModel(store, () -> selected);

    @BeforeEach
    void selectTwo() {
        selected.addAll(store.notebook().ids().subList(0, 2));
        model.refresh();
    }

    @Test
    void severalCellsGetATagInOneStep() {
        model.add("가나, b");

        assertEquals(List.of(List.of("가나", "b"), List.of("가나", "b"), List.of()), tags());
        store.undo();
        assertEquals(List.of(List.of(), List.of(), List.of()), tags());
        assertFalse(store.canUndo());
    }

    @Test
    void whatIsThereAlreadyIsNoStep() {
        model.add("x");
        long version = store.version();

        model.add("x");
        model.add(" , ");
        model.remove("y");

        assertEquals(version, store.version());
    }

    @Test
    void itIsKnownOnHowManyCellsATagIs() {
        model.add("both");
        selected.removeLast();
        model.add("one");
        selected.add(store.notebook().ids().get(1));
        model.refresh();

        assertEquals(
                new State(
                        2,
                        List.of(new Tag("both", 2, true), new Tag("one", 1, false)),
                        SlideType.NONE),
                model.stateProperty().get());
    }

    @Test
    void aTagIsTakenFromAllSelectedCellsAndTheLastOneTakesTheListAlong() {
        model.add("x");

        model.remove("x");

        assertTrue(
                store.notebook().cells().stream()
                        .allMatch(cell -> cell.metadata().get("tags") == null));
    }

    @Test
    void suggestionsBeginWithThoseOfTheNotebookAndLeaveOutWhatAllHave() {
        model.add("mine");
        assertFalse(model.suggestions("").contains("mine"));

        selected.clear();
        selected.add(store.notebook().ids().get(2));
        model.refresh();

        assertEquals("mine", model.suggestions("").getFirst());
        assertEquals(List.of("hide-input", "remove-input"), model.suggestions("INPUT"));
        assertEquals(List.of(), model.suggestions("no such tag"));
    }

    @Test
    void aPartInSlidesIsKnownWhereAllPlayTheSame() {
        model.setSlide(SlideType.SUBSLIDE);
        assertEquals(SlideType.SUBSLIDE, model.stateProperty().get().slide());

        selected.add(store.notebook().ids().get(2));
        model.refresh();
        assertNull(model.stateProperty().get().slide());

        model.setSlide(SlideType.NONE);
        assertEquals(SlideType.NONE, model.stateProperty().get().slide());
        assertTrue(
                store.notebook().cells().stream()
                        .allMatch(cell -> cell.metadata().members().isEmpty()));
    }

    private List<List<String>> tags() {
        return store.notebook().cells().stream().map(Cell::metadata).map(CellTags::of).toList();
    }
}
