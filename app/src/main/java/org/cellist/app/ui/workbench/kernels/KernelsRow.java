package org.cellist.app.ui.workbench.kernels;

import org.cellist.app.ui.workbench.port.LentMachines.Lent;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;

/// A row of the pane in a person's words. Immutable.
sealed interface KernelsRow {

    /// Returns what it is about.
    String title();

    /// Returns what that does.
    String work();

    /// Returns more of what it is.
    String name();

    /// Returns what it takes, and since when; empty where nothing is known.
    String figures();

    /// Returns what is worth a remark; empty for nothing.
    String remarks();

    /// Returns what the dot tells.
    Work dot();

    /// Returns whether both are about the same thing.
    boolean isOf(KernelsRow other);

    /// A kernel.
    ///
    /// @param title its notebook
    /// @param work what it does
    /// @param name its kernelspec, and where it runs unless that is here
    /// @param figures its memory and its age; empty where neither is known
    /// @param remarks that it has no window, or says nothing; empty for nothing worth saying
    record KernelRow(
            Entry kernel, String title, String work, String name, String figures, String remarks)
            implements KernelsRow {

        @Override
        public Work dot() {
            return kernel.work();
        }

        @Override
        public boolean isOf(KernelsRow other) {
            return other instanceof KernelRow row
                    && kernel.place().equals(row.kernel.place())
                    && kernel.id().equals(row.kernel.id());
        }
    }

    /// A machine that is lent, above its kernels.
    ///
    /// @param work whether something runs there
    /// @param name when it is taken back
    record MachineRow(Lent machine, String title, String work, String name, Work dot)
            implements KernelsRow {

        @Override
        public String figures() {
            return "";
        }

        @Override
        public String remarks() {
            return "";
        }

        @Override
        public boolean isOf(KernelsRow other) {
            return other instanceof MachineRow row && machine.id().equals(row.machine.id());
        }
    }
}
