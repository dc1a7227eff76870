package org.cellist.app.execution;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cellist.app.notebook.model.CellId;
import org.cellist.kernel.protocol.Payload;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.jspecify.annotations.Nullable;

/// How far the run of each cell is, what the running one asks for, and who follows that.
///
/// Confined to the notebook's owner.
final class RunStates {

    private final List<ExecutionListener> listeners = new CopyOnWriteArrayList<>();
    private final Map<CellId, CellExecution> states = new HashMap<>();
    private @Nullable InputPrompt question;

    void add(ExecutionListener listener) {
        listeners.add(listener);
    }

    void remove(ExecutionListener listener) {
        listeners.remove(listener);
    }

    CellExecution of(CellId cell) {
        return states.getOrDefault(cell, new CellExecution.NotRun());
    }

    void set(CellId cell, CellExecution execution) {
        states.put(cell, execution);
        listeners.forEach(each -> each.executionChanged(cell, execution));
    }

    /// Returns what the running cell asks for now, or null.
    @Nullable InputPrompt question() {
        return question;
    }

    void ask(@Nullable InputPrompt prompt) {
        question = prompt;
        listeners.forEach(each -> each.inputChanged(prompt));
    }

    /// Tells what a reply wants to be the next input.
    void nextInputs(Work work, ExecuteReply reply) {
        for (var payload : reply.payload()) {
            if (payload instanceof Payload.SetNextInput(var text, var replaces)) {
                boolean isForCell = replaces && !work.isPart(); // the rest is not to be lost
                listeners.forEach(each -> each.nextInput(work.cell(), text, isForCell));
            }
        }
    }
}
