package org.cellist.app.ui.notebook.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.metadata.MetadataFault.Problem;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit.ChangeCellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.ui.notebook.metadata.MetadataViewModel.State;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.junit.jupiter.api.Test;

class MetadataViewModelTest {

    private static final State QUIET = new State(null, false, false, false);

    private final NotebookStore store =
            new NotebookStore(
                    NewNotebook.empty()
                            .withCells(List.of(NewNotebook.cell(CellType.CODE, "x = 1"))),
                    Clock.systemUTC());
    private final MetadataTarget target = new MetadataTarget(store.notebook().ids().getFirst());
    private final MetadataDrafts drafts = new MetadataDrafts();
    private final MetadataViewModel model = open(target);

    @Test
    void whatIsTypedIsAppliedAsOneStepAndStaysAsTyped() {
        type("{ \"b\": 1.50, \"a\": 1e3 }");
        assertEquals(new State(null, true, false, false), state());

        model.apply();

        assertEquals("{\"b\":1.50,\"a\":1e3}", metadata());
        assertEquals(QUIET, state());
        assertEquals("{ \"b\": 1.50, \"a\": 1e3 }", model.draft().text());
        store.undo();
        assertEquals("{}", metadata());
        assertFalse(store.canUndo());
        assertEquals("{}", model.draft().text());
    }

    @Test
    void whatIsWrongIsSaidAndNotApplied() {
        type("{\"tags\": [\"a\", \"a\"]}");
        assertEquals(Problem.TAG_TWICE, Objects.requireNonNull(state().fault()).problem());
        assertFalse(state().canApply());

        model.apply();

        assertEquals("{}", metadata());
        assertFalse(store.canUndo());
    }

    @Test
    void aTextInWhichNobodyWroteFollowsTheNotebook() {
        tag("x");

        assertTrue(model.draft().text().contains("\"x\""));
        assertEquals(QUIET, state());
    }

    @Test
    void whatIsTypedStaysWhenTheNotebookGoesOnAndAnUndoBringsItBackAfterARevert() {
        type("{\"mine\": 1}");
        tag("x");
        assertEquals(new State(null, true, true, false), state());

        model.revert();
        assertEquals(QUIET, state());
        assertTrue(model.draft().text().contains("\"x\""));

        model.undo();
        assertEquals("{\"mine\": 1}", model.draft().text());
        assertTrue(state().canApply());
    }

    @Test
    void ofACellThatIsGoneNothingIsAppliedUntilItIsBack() {
        type("{\"mine\": 1}");
        store.apply(new RemoveCells(store.notebook().ids()));
        assertTrue(state().isGone());
        assertFalse(state().canApply());

        store.undo();
        model.apply();

        assertEquals("{\"mine\":1}", metadata());
    }

    @Test
    void aDraftIsKeptWhileItIsNotApplied() {
        assertFalse(drafts.hasUnapplied(store));
        type("{\"half");
        model.close();
        assertTrue(drafts.hasUnapplied(store));

        var again = open(target);
        assertEquals("{\"half", again.draft().text());
        again.undo();

        assertEquals(QUIET, again.stateProperty().get());
        assertFalse(drafts.hasUnapplied(store));
    }

    @Test
    void theMetadataOfTheNotebookAreEditedInTheSameWay() {
        var notebook = open(MetadataTarget.NOTEBOOK);
        assertNull(notebook.stateProperty().get().fault());
        replace(notebook.draft(), "{\"title\": \"제목\"}");

        notebook.apply();

        assertEquals("{\"title\":\"제목\"}", JsonText.compact(store.notebook().metadata()));
        store.undo();
        assertEquals(NewNotebook.empty().metadata(), store.notebook().metadata());
    }

    @Test
    void aCellThatBecomesTextLosesTheRulesOfCode() {
        type("{\"collapsed\": 1}");
        assertFalse(state().canApply());

        store.apply(new ChangeCellType(Objects.requireNonNull(target.cell()), CellType.MARKDOWN));

        assertTrue(state().canApply());
    }

    @Test
    void anotherCommandsChangeOfTheSameCellIsTakenOver() {
        var id = Objects.requireNonNull(target.cell());
        store.apply(new SetCellMetadata(id, SlideType.SKIP.in(JsonObject.EMPTY)));

        assertTrue(model.draft().text().contains("\"slide_type\": \"skip\""));
    }

    private MetadataViewModel open(MetadataTarget which) {
        var now = which.in(store.notebook()).orElseThrow();
        return new MetadataViewModel(store, which, drafts.of(store, which, now));
    }

    private State state() {
        return model.stateProperty().get();
    }

    private void type(String text) {
        replace(model.draft(), text);
    }

    private static void replace(MetadataDraft draft, String text) {
        var cell = draft.document().notebook().cells().getFirst();
        draft.document().apply(new EditSource(cell.id(), 0, cell.source().length(), text, null));
    }

    private void tag(String tag) {
        var cell = store.notebook().cells().getFirst();
        store.apply(new SetCellMetadata(cell.id(), CellTags.with(cell.metadata(), tag)));
    }

    private String metadata() {
        return JsonText.compact(store.notebook().cells().getFirst().metadata());
    }
}
