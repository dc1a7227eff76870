package org.cellist.app.cli;

import org.cellist.app.settings.SettingsStore;
import org.cellist.kernel.KernelBridge;

/// Where the command line's kernels come from. Immutable.
final class Bridges {

    private Bridges() {}

    /// Returns a bridge that runs what this person agreed to in the window, as the command line
    /// asks nobody.
    static KernelBridge ofThisPerson() {
        var settings = SettingsStore.ofThisPerson();
        return new KernelBridge(null, path -> settings.current().consents().contains(path));
    }
}
