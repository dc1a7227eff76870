package org.cellist.app.ui.workbench.session;

import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// No files anywhere.
final class NoFiles implements FileSource {

    @Override
    public PlaceFiles here() {
        throw new AssertionError("no files in this test");
    }

    @Override
    public PlaceFiles on(SshHost host) {
        throw new AssertionError("no files in this test");
    }

    @Override
    public PlaceFiles on(ServerAddress server) {
        throw new AssertionError("no files in this test");
    }
}
