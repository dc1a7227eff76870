package org.cellist.app.ui.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.ScratchSession;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.Scratch;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A person tries code out beside a notebook.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ScratchPageUiTest {

    private final Fx fx;
    private final PageFixture page;
    private final ScratchSession session;
    private final Scratch scratch;

    ScratchPageUiTest(Fx fx) {
        this.fx = fx;
        page = new PageFixture(fx, List.of(NewNotebook.cell(CellType.CODE, "kept = 1")));
        session = fx.call(page.session::scratch);
        scratch = fx.call(() -> Objects.requireNonNull(page.page.scratch()));
        page.showBeside(scratch.page());
        enter();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void enter() {
        fx.run(
                () -> {
                    scratch.page().focus();
                    scratch.page().perform(PageCommand.EDIT);
                });
        fx.settle();
    }

    private void perform(PageCommand command) {
        fx.run(() -> scratch.page().perform(command));
        fx.settle();
    }

    private List<String> tried() {
        return fx.call(
                () -> session.store().notebook().cells().stream().map(Cell::source).toList());
    }

    private static List<Cell> code(String... sources) {
        return List.of(sources).stream()
                .<Cell>map(source -> NewNotebook.cell(CellType.CODE, source))
                .toList();
    }

    @Test
    void whatIsTypedStandsThereAloneAndIsTakenBackThereAlone() {
        page.type("tried");

        assertEquals(List.of("tried"), tried());
        assertEquals(List.of("kept = 1"), page.sources());
        fx.run(() -> page.page.perform(PageCommand.UNDO));
        assertEquals(List.of("tried"), tried());
        perform(PageCommand.UNDO);
        assertEquals(List.of(""), tried());
    }

    @Test
    void aPlaceInItIsReturnedTo() {
        page.type("tried = 1");
        fx.run(() -> scratch.setHasKeys(true));
        var there = Objects.requireNonNull(fx.call(page.page::place));
        fx.run(() -> scratch.setHasKeys(false));
        var notebook = Objects.requireNonNull(fx.call(page.page::place));
        fx.run(() -> page.page.focus());

        fx.run(() -> page.page.show(new PagePlace(there.cell(), 5)));
        page.type("x");

        assertEquals(List.of("triedx = 1"), tried());
        assertEquals(9, there.offset());
        assertEquals(page.session.store().notebook().cells().getFirst().id(), notebook.cell());
    }

    @Test
    void codeThatComesTakesThePlaceOfTheEmptyCellInOneStep() {
        fx.run(() -> scratch.take(code("a = 1", "b = 2")));
        fx.settle();
        assertEquals(List.of("a = 1", "b = 2"), tried());

        page.type("0");
        assertEquals(List.of("a = 1", "b = 20"), tried(), "the last has the keys");
        perform(PageCommand.UNDO);
        perform(PageCommand.UNDO);

        assertEquals(List.of(""), tried());
    }

    @Test
    void codeThatComesLaterStandsBelowWhatIsSelected() {
        page.type("first");

        fx.run(() -> scratch.take(code("second")));

        assertEquals(List.of("first", "second"), tried());
    }

    @Test
    void textAndEmptyCellsDoNotCome() {
        fx.run(() -> scratch.take(List.of(NewNotebook.cell(CellType.MARKDOWN, "# words"))));
        fx.run(() -> scratch.take(code(" ")));

        assertEquals(List.of(""), tried());
        assertFalse(fx.call(session.store()::canUndo));
    }

    @Test
    void clearLeavesOneEmptyCellThatHasTheKeysAndAnUndoBringsAllBack() {
        fx.run(() -> scratch.take(code("a", "b")));

        fx.run(scratch::clear);
        fx.settle();
        assertEquals(List.of(""), tried());
        page.type("c");
        assertEquals(List.of("c"), tried());
        perform(PageCommand.UNDO);
        perform(PageCommand.UNDO);

        assertEquals(List.of("a", "b"), tried());
    }

    @Test
    void insertedCellsComeBelowTheSelectionAndCanBeTakenBackInTheNotebook() {
        fx.run(() -> page.page.insertCells(code("tried = 2")));
        assertEquals(List.of("kept = 1", "tried = 2"), page.sources());

        fx.run(() -> page.page.perform(PageCommand.UNDO));

        assertEquals(List.of("kept = 1"), page.sources());
    }

    @Test
    void anotherPageOfTheNotebookShowsTheSame() {
        page.type("tried");

        var other = fx.call(page::newPage);
        var same = fx.call(() -> Objects.requireNonNull(other.scratch()).page().selectedCells());
        fx.run(other::close);

        assertEquals(List.of("tried"), same.stream().map(Cell::source).toList());
        assertEquals(List.of("tried"), tried());
    }

    @Test
    void itIsAlwaysTheSamePageAndHasNoneBesideItself() {
        assertSame(scratch, fx.call(page.page::scratch));
        assertNull(fx.call(() -> scratch.page().scratch()));
    }

    @Test
    void whatIsOfANotebookAloneIsNoCommandThere() {
        NotebookPage beside = scratch.page();

        assertFalse(beside.can(PageCommand.EDIT_NOTEBOOK_METADATA));
        assertTrue(beside.can(PageCommand.RENAME));
        assertTrue(beside.can(PageCommand.RUN));
        assertTrue(page.page.can(PageCommand.EDIT_NOTEBOOK_METADATA));
    }
}
