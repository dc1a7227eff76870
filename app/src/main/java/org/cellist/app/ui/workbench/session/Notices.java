package org.cellist.app.ui.workbench.session;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.runtime.accelerator.AcceleratorChoices;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice.Cpu;

/// What a person should know of one notebook's run. Each kind is told once.
///
/// Confined to the JavaFX Application Thread.
final class Notices {

    private final AcceleratorChoices accelerators;
    private final Runnable changed;
    private final List<Notice> shown = new ArrayList<>();
    private boolean hasLooked; // for the accelerator that the notebook asks for

    /// @param changed told when there is another notice, or one less
    Notices(AcceleratorChoices accelerators, Runnable changed) {
        this.accelerators = accelerators;
        this.changed = changed;
    }

    List<Notice> all() {
        return List.copyOf(shown);
    }

    /// Adds a notice in the place of an older one of its kind.
    void add(Notice notice) {
        shown.removeIf(each -> each.getClass().equals(notice.getClass()));
        shown.add(notice);
        changed.run();
    }

    void putAway(Notice notice) {
        if (shown.remove(notice)) {
            changed.run();
        }
    }

    /// The machine is in use again.
    void untellUnused() {
        if (shown.removeIf(Notice.Unused.class::isInstance)) {
            changed.run();
        }
    }

    /// The code waits for no answer any more.
    void untellAccess() {
        if (shown.removeIf(Notice.AccessWanted.class::isInstance)) {
            changed.run();
        }
    }

    /// What was told of the way to the file's machine does not hold any more.
    void untellAway() {
        if (shown.removeIf(
                it -> it instanceof Notice.NotSent || it instanceof Notice.ChangedThere)) {
            changed.run();
        }
    }

    /// What a kernel took is no news of the next one.
    void kernelEnded() {
        shown.removeIf(Notice.MemoryLow.class::isInstance);
    }

    /// A kernel runs on this machine. With the first one it is looked whether the machine has what
    /// the notebook asks for.
    void kernelRuns() {
        var asked = accelerators.asked();
        if (hasLooked || asked.isEmpty() || accelerators.chosen() instanceof Cpu) {
            return;
        }
        hasLooked = true;
        accelerators.look(
                look -> {
                    boolean isTpu = asked.get().startsWith("TPU");
                    if (isTpu || look.gpus().isEmpty()) {
                        add(new Notice.NoAccelerator(asked.get()));
                    }
                });
    }
}
