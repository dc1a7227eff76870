package org.cellist.app.execution;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.NotebookEdit.UpdateDisplay;
import org.cellist.kernel.protocol.DisplayId;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.IopubContent.UpdateDisplayData;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.MimeBundle;

/// The last run of each cell on one kernel, by its request: a thread may outlive its cell, and what
/// it prints still belongs there.
///
/// A display is renewed wherever it is shown, whoever renews it: in what every run has collected,
/// or else the next output of that run would bring the old display back; and in the notebook, once
/// per pulse.
///
/// Thread-safe.
final class KernelRuns {

    private final Map<MessageId, CellRun> runs = new ConcurrentHashMap<>();
    private final Set<MessageId> ended = ConcurrentHashMap.newKeySet();
    private final Map<DisplayId, MimeBundle> renewed = new LinkedHashMap<>(); // guarded by itself
    private final Executor pulse;
    private final Consumer<UpdateDisplay> edits;

    /// @param pulse runs a task on the notebook's owner, at its next pulse
    /// @param edits takes the newest displays, on the owner
    KernelRuns(Executor pulse, Consumer<UpdateDisplay> edits) {
        this.pulse = pulse;
        this.edits = edits;
    }

    /// Remembers a run until its cell runs again or the kernel is left.
    void remember(MessageId request, CellRun run) {
        runs.put(request, run);
    }

    /// A run of that cell begins: what older ones say is not wanted any more.
    void keepOnly(CellRun run) {
        runs.values().removeIf(each -> each.isOfSameCell(run) && !each.equals(run));
    }

    /// A run has ended, and the notebook has its outputs. Called on the owner.
    void ended(MessageId request) {
        ended.add(request);
    }

    /// Returns what has ended. Once a file has the notebook as it is now, these runs need not be
    /// remembered elsewhere.
    Set<MessageId> ended() {
        return Set.copyOf(ended);
    }

    /// A file has the outputs of these runs.
    void settled(Set<MessageId> requests) {
        ended.removeAll(requests);
    }

    void forget() {
        runs.clear();
    }

    /// Takes what belongs to no run under way. Other clients' output is left alone.
    void takeLate(Message<IopubContent> message) {
        var parent = message.parentHeader();
        var run = parent == null ? null : runs.get(parent.msgId());
        if (run != null) {
            run.received(message);
        } else if (message.content() instanceof UpdateDisplayData update) {
            renew(update);
        }
    }

    void renew(UpdateDisplayData update) {
        runs.values().forEach(run -> run.collect(update));
        boolean isPosted;
        synchronized (renewed) {
            isPosted = !renewed.isEmpty();
            renewed.put(update.displayId(), update.data());
        }
        if (!isPosted) {
            pulse.execute(this::handOver);
        }
    }

    /// Puts the newest displays into the notebook. Called on the owner.
    void handOver() {
        for (var edit : taken()) {
            edits.accept(edit);
        }
    }

    private List<UpdateDisplay> taken() {
        synchronized (renewed) {
            var all =
                    renewed.entrySet().stream()
                            .map(each -> new UpdateDisplay(each.getKey(), each.getValue()))
                            .toList();
            renewed.clear();
            return all;
        }
    }
}
