package org.cellist.kernel.runtime.server;

import java.io.IOException;
import java.net.http.HttpClient;

/// Gives the client that requests to servers go through. It must not follow redirects, since
/// it would take the secrets of one server to another; one that does is refused.
///
/// A port: the application makes its clients in one place. Thread-safe.
@FunctionalInterface
public interface HttpSource {

    /// Returns it, for the settings of the moment.
    ///
    /// @throws IOException if there can be no client with the present settings
    HttpClient client() throws IOException;
}
