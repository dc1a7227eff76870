package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.ui.workbench.port.KernelVariables;

/// Variables that a test names. Questions wait until they are answered.
public final class FakeVariables implements KernelVariables {

    public final List<Consumer<Answer>> questions = new ArrayList<>();
    public long moment;

    @Override
    public long moment() {
        return moment;
    }

    @Override
    public void ask(Consumer<Answer> then) {
        questions.add(then);
    }

    public void answer(Answer answer) {
        questions.removeFirst().accept(answer);
    }
}
