package org.cellist.app;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.runtime.KernelSource;
import org.cellist.app.ui.runtime.Wish;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.EnvironmentTools;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.KernelCatalog;
import org.jspecify.annotations.Nullable;

/// The kernels of this machine as one notebook sees them.
///
/// Thread-safe.
final class BridgeKernels implements KernelSource {

    private final KernelBridge bridge;
    private final SettingsStore settings;
    private final @Nullable Path folder;

    /// @param notebook the notebook's file, null when it has none
    BridgeKernels(KernelBridge bridge, SettingsStore settings, @Nullable Path notebook) {
        this.bridge = bridge;
        this.settings = settings;
        this.folder = notebook == null ? null : notebook.toAbsolutePath().getParent();
    }

    @Override
    public KernelCatalog catalog() {
        return bridge.kernels(folder);
    }

    @Override
    public List<InstallRecipe> installs(Wish wish, KernelCatalog catalog) {
        return bridge.installs(wish.kernelspec(), wish.language(), catalog);
    }

    @Override
    public EnvironmentTools environments() {
        return bridge.environments();
    }

    @Override
    public @Nullable Path folder() {
        return folder;
    }

    @Override
    public void grant(Path path) {
        settings.update(current -> current.withConsent(path));
    }
}
