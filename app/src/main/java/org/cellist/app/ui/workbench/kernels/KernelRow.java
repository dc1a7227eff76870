package org.cellist.app.ui.workbench.kernels;

import org.cellist.app.ui.workbench.port.RunningKernels.Entry;

/// A kernel in a person's words. Immutable.
///
/// @param title its notebook
/// @param work what it does
/// @param figures its memory, its age, whether it has a window
record KernelRow(Entry kernel, String title, String work, String figures) {

    String name() {
        return kernel.name();
    }
}
