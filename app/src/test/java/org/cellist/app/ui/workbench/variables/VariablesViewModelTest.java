package org.cellist.app.ui.workbench.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.FakeDocument;
import org.cellist.app.ui.workbench.port.KernelVariables.Answer;
import org.cellist.app.ui.workbench.variables.VariablesViewModel.Order;
import org.cellist.app.ui.workbench.variables.VariablesViewModel.Shown;
import org.cellist.app.variables.TableKind;
import org.cellist.app.variables.Variable;
import org.cellist.app.variables.VariableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// When the kernel is asked, and what is shown meanwhile.
class VariablesViewModelTest {

    private final FakeDocument document = new FakeDocument(null);
    private final VariablesViewModel model = new VariablesViewModel();

    @BeforeEach
    void follow() {
        document.set(document.with(new RuntimeState.NotChosen()));
        model.follow(document);
        model.setVisible(true);
    }

    @Test
    void theKernelIsAskedOnceForEachMoment() {
        runtime(new RuntimeState.Idle("Python"));
        model.refresh();
        model.refresh();

        assertEquals(1, document.variables.questions.size());
        assertInstanceOf(Shown.Waiting.class, model.shownProperty().get());

        document.variables.answer(listed("b", "a"));
        document.variables.moment++;
        model.refresh();

        assertEquals(1, document.variables.questions.size());
        assertEquals(List.of("a", "b"), names());
    }

    @Test
    void nobodyIsAskedWhileThePaneIsClosed() {
        model.setVisible(false);
        runtime(new RuntimeState.Idle("Python"));
        assertEquals(0, document.variables.questions.size());

        model.setVisible(true);
        assertEquals(1, document.variables.questions.size());
    }

    @Test
    void whatWasKnownStaysWhileTheKernelWorks() {
        runtime(new RuntimeState.Idle("Python"));
        document.variables.answer(listed("a"));

        runtime(new RuntimeState.Busy("Python"));

        assertEquals(List.of("a"), names());
    }

    @Test
    void aKernelThatWasBusyIsAskedAgainWhenItRests() {
        runtime(new RuntimeState.Idle("Python"));
        document.variables.answer(new Answer.Busy());

        runtime(new RuntimeState.Idle("Python"));

        assertEquals(1, document.variables.questions.size());
    }

    @Test
    void aKernelThatEndedHasNone() {
        runtime(new RuntimeState.Idle("Python"));
        document.variables.answer(listed("a"));

        runtime(new RuntimeState.Dead("Python", ""));

        assertEquals(new Shown.NoKernel(), model.shownProperty().get());
    }

    @Test
    void anAnswerForAnotherNotebookIsDropped() {
        runtime(new RuntimeState.Idle("Python"));
        var other = new FakeDocument(null);
        other.set(other.with(new RuntimeState.NotChosen()));
        model.follow(other);

        document.variables.answer(listed("a"));

        assertEquals(new Shown.NoKernel(), model.shownProperty().get());
    }

    @Test
    void theListIsFilteredAndSorted() {
        runtime(new RuntimeState.Idle("Python"));
        document.variables.answer(
                new Answer.Listed(
                        new VariableList(
                                List.of(
                                        variable("small", "int", 1),
                                        variable("large", "ndarray", 99),
                                        variable("mid", "int", 50)),
                                0)));

        model.orderProperty().set(Order.SIZE);
        assertEquals(List.of("large", "mid", "small"), names());

        model.filterProperty().set("INT");
        assertEquals(List.of("mid", "small"), names());
        model.filterProperty().set("arg");
        assertEquals(List.of("large"), names());
    }

    private void runtime(RuntimeState state) {
        document.set(document.with(state));
        model.refresh();
    }

    private List<String> names() {
        var listed = assertInstanceOf(Shown.Listed.class, model.shownProperty().get());
        return listed.variables().stream().map(Variable::name).toList();
    }

    private static Answer listed(String... names) {
        return new Answer.Listed(
                new VariableList(
                        List.of(names).stream().map(name -> variable(name, "int", 28)).toList(),
                        0));
    }

    private static Variable variable(String name, String type, long bytes) {
        return new Variable(
                name, type, "builtins", List.of(), null, bytes, null, null, TableKind.NONE);
    }
}
