package org.cellist.app.ui.output.port;

import java.io.IOException;
import java.net.URI;

/// Fetches a picture from the network after a person asked for this one.
///
/// Thread-safe. Called from the threads that decode pictures.
public interface RemotePictures {

    /// Refuses. The views then offer to open the address in the browser.
    RemotePictures NONE =
            address -> {
                throw new IOException("pictures are not fetched: " + address.getHost());
            };

    /// Returns the file as it is on the network.
    ///
    /// @param address absolute, `http` or `https`
    /// @throws IOException if it cannot be had, or is larger than the implementer allows
    byte[] fetch(URI address) throws IOException;
}
