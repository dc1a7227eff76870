package org.cellist.app.ui.workbench.kernels;

import org.cellist.app.ui.workbench.port.RunningKernels.Entry;

/// A kernel in a person's words. Immutable.
///
/// @param title its notebook
/// @param work what it does
/// @param name its kernelspec, and where it runs unless that is here
/// @param figures its memory and its age; empty where neither is known
/// @param remarks that it has no window, or says nothing; empty for nothing worth saying
record KernelRow(
        Entry kernel, String title, String work, String name, String figures, String remarks) {

    /// Returns whether both are about the same kernel.
    boolean isOf(KernelRow other) {
        return kernel.place().equals(other.kernel.place()) && kernel.id().equals(other.kernel.id());
    }
}
