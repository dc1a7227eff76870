package org.cellist.app.ui.runtime;

import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.EnvironmentTools;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.KernelCatalog;
import org.jspecify.annotations.Nullable;

/// The kernels of this machine, seen from one notebook's folder. Implemented by the application
/// with the kernel bridge.
///
/// Thread-safe. Its methods block; they execute nothing that was found.
public interface KernelSource {

    KernelCatalog catalog();

    /// What would install the kernel that the notebook misses, best first.
    List<InstallRecipe> installs(Wish wish, KernelCatalog catalog);

    /// What makes Python environments on this machine.
    EnvironmentTools environments();

    /// The notebook's folder; null when it has none yet.
    @Nullable Path folder();

    /// Remembers that a person allowed what lies at that path to be run.
    void grant(Path path);
}
