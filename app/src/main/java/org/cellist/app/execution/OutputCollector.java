package org.cellist.app.execution;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.NotebookEdit.ReplaceOutputs;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.ExecuteInput;
import org.cellist.kernel.protocol.MessageId;
import org.jspecify.annotations.Nullable;

/// Folds what one run broadcasts into outputs, and hands over the newest once per pulse.
///
/// A kernel prints faster than a screen draws: however many messages come between two pulses, the
/// notebook changes once. Nothing waits in a queue but one task.
///
/// Thread-safe.
final class OutputCollector {

    private final CellId cell;
    private final MessageId request;
    private final Executor pulse;
    private final Consumer<ReplaceOutputs> edits;
    private CellOutputs outputs = CellOutputs.NONE;
    private @Nullable Integer executionCount;
    private boolean isPosted;

    /// @param pulse runs a task on the notebook's owner, at its next pulse
    /// @param edits takes the newest outputs, on the owner
    OutputCollector(
            CellId cell, MessageId request, Executor pulse, Consumer<ReplaceOutputs> edits) {
        this.cell = cell;
        this.request = request;
        this.pulse = pulse;
        this.edits = edits;
    }

    /// Takes one message. Called on the kernel client's thread.
    @SuppressWarnings("ReferenceEquality") // a fold that changes nothing returns its receiver
    void take(IopubContent content) {
        synchronized (this) {
            var before = outputs;
            outputs = outputs.after(content);
            if (content instanceof ExecuteInput(_, var count)) {
                executionCount = count;
            } else if (outputs == before) {
                return;
            }
            if (isPosted) {
                return;
            }
            isPosted = true;
        }
        pulse.execute(this::handOver);
    }

    /// Hands over the newest outputs now. Called on the owner.
    void handOver() {
        edits.accept(newest());
    }

    private synchronized ReplaceOutputs newest() {
        isPosted = false;
        return new ReplaceOutputs(cell, request, executionCount, outputs);
    }
}
