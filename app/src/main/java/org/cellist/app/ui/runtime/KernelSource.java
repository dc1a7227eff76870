package org.cellist.app.ui.runtime;

import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.KernelCatalog;

/// The kernels of this machine, seen from one notebook's folder. Implemented by the application
/// with the kernel bridge.
///
/// Thread-safe. Its methods block; they execute nothing that was found.
public interface KernelSource {

    KernelCatalog catalog();

    /// What would install the kernel that the notebook misses, best first.
    List<InstallRecipe> installs(Wish wish, KernelCatalog catalog);

    /// Remembers that a person allowed what lies at that path to be run.
    void grant(Path path);
}
