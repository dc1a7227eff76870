package org.cellist.app.ui.workbench.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cellist.app.ui.workbench.FakeVariables;
import org.cellist.app.ui.workbench.FakeVariables.RowQuestion;
import org.cellist.app.ui.workbench.port.KernelVariables.RowsAnswer;
import org.cellist.app.ui.workbench.variables.TableViewModel.State;
import org.cellist.app.variables.TableKind;
import org.cellist.app.variables.TableOrder;
import org.cellist.app.variables.TablePart;
import org.cellist.app.variables.TablePart.Row;
import org.cellist.app.variables.Variable;
import org.junit.jupiter.api.Test;

/// Which rows are asked for, and when.
class TableViewModelTest {

    private static final long MANY = 10_000_000;

    private final FakeVariables kernel = new FakeVariables();
    private final TableViewModel model =
            new TableViewModel(
                    new Variable(
                            "df",
                            "DataFrame",
                            "pandas",
                            List.of(MANY, 1L),
                            null,
                            8,
                            null,
                            null,
                            TableKind.FRAME),
                    kernel);

    @Test
    void theFirstPageIsAskedForAtOnceAndOthersWhenTheyAreLookedAt() {
        answer();
        assertEquals("row 3", label(3));

        assertNull(model.row(5_000_123));
        assertEquals(5_000_000, kernel.rowQuestions.getFirst().start());
        answer();

        assertEquals("row 5000123", label(5_000_123));
        assertEquals("row 3", label(3));
    }

    @Test
    void onePageIsUnderWayAndTheOneLookedAtLastIsNext() {
        answer();
        model.row(1_000);
        model.row(2_000);
        model.row(9_000);
        assertEquals(1, kernel.rowQuestions.size());

        answer();

        assertEquals(9_000, kernel.rowQuestions.getFirst().start());
    }

    @Test
    void anotherOrderAsksAnewAndDropsWhatComesLate() {
        answer();
        model.row(1_000);
        model.orderProperty().set(new TableOrder(0, false, "a > 1"));
        var late = kernel.rowQuestions.removeFirst();
        assertEquals(new TableOrder(0, false, "a > 1"), kernel.rowQuestions.getFirst().order());

        late.then().accept(new RowsAnswer.Rows(part(late)));

        assertNull(model.row(1_000));
    }

    @Test
    void aRunMakesTheRowsOld() {
        answer();
        kernel.moment++;
        model.refresh();

        assertEquals(1, kernel.rowQuestions.size());
        assertNull(model.row(3));
    }

    @Test
    void aKernelThatWorksIsAskedAgainWhenItRests() {
        kernel.rowQuestions.removeFirst().then().accept(new RowsAnswer.Later());
        model.refresh();

        assertEquals(1, kernel.rowQuestions.size());
    }

    @Test
    void anErrorIsShownAndAnotherConditionGoesOn() {
        answer();
        model.orderProperty().set(new TableOrder(-1, true, "a >"));
        kernel.rowQuestions.removeFirst().then().accept(new RowsAnswer.Failed("SyntaxError"));
        assertEquals(new State.Failed("SyntaxError"), model.stateProperty().get());

        model.orderProperty().set(TableOrder.ALL);
        answer();

        assertInstanceOf(State.Shown.class, model.stateProperty().get());
    }

    @Test
    void whatIsShownIsWrittenAsCode() {
        answer();
        assertEquals("df", model.code());

        model.orderProperty().set(new TableOrder(0, false, "city == 'Seoul'"));
        answer();

        assertEquals(
                "df.query('city == \\'Seoul\\'').sort_values('값', ascending=False)", model.code());
    }

    private void answer() {
        var question = kernel.rowQuestions.removeFirst();
        question.then().accept(new RowsAnswer.Rows(part(question)));
    }

    private static TablePart part(RowQuestion question) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < question.count(); i++) {
            rows.add(new Row("row " + (question.start() + i), List.of("1")));
        }
        return new TablePart(List.of("값"), List.of("int64"), 1, MANY, MANY, question.start(), rows);
    }

    private String label(long index) {
        return Objects.requireNonNull(Objects.requireNonNull(model.row(index)).label());
    }
}
