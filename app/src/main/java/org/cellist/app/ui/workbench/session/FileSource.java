package org.cellist.app.ui.workbench.session;

import org.cellist.kernel.runtime.files.PlaceFiles;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// The files wherever notebooks run. Thread-safe.
public interface FileSource {

    /// Returns those of this computer. May block for a moment.
    PlaceFiles here();

    /// Returns those of a machine over SSH. Asks nothing: who would have to log in is told so.
    PlaceFiles on(SshHost host);

    /// Returns those of a Jupyter server.
    PlaceFiles on(ServerAddress server);
}
