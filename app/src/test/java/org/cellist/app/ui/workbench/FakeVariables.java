package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.ui.workbench.port.KernelVariables;
import org.cellist.app.variables.PythonTables;
import org.cellist.app.variables.TableLanguage;
import org.cellist.app.variables.TableOrder;

/// Variables that a test names. Questions wait until they are answered.
public final class FakeVariables implements KernelVariables {

    public final List<Consumer<Answer>> questions = new ArrayList<>();
    public final List<RowQuestion> rowQuestions = new ArrayList<>();
    public long moment;

    public record RowQuestion(TableOrder order, long start, int count, Consumer<RowsAnswer> then) {}

    @Override
    public long moment() {
        return moment;
    }

    @Override
    public void ask(Consumer<Answer> then) {
        questions.add(then);
    }

    @Override
    public Optional<TableLanguage> tables() {
        return Optional.of(new PythonTables());
    }

    @Override
    public void askRows(
            String name, TableOrder order, long start, int count, Consumer<RowsAnswer> then) {
        rowQuestions.add(new RowQuestion(order, start, count, then));
    }

    public void answer(Answer answer) {
        questions.removeFirst().accept(answer);
    }
}
