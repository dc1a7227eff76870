package org.cellist.app;

import org.cellist.app.ui.workbench.session.FileSource;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// The bridge's files, as the window sees them.
///
/// Thread-safe.
record BridgeFiles(KernelBridge bridge) implements FileSource {

    @Override
    public PlaceFiles here() {
        return bridge.files();
    }

    @Override
    public PlaceFiles on(SshHost host) {
        return bridge.hosts().files(host);
    }

    @Override
    public PlaceFiles on(ServerAddress server) {
        return bridge.servers().files(server);
    }
}
