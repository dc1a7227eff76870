package org.cellist.kernel.runtime.server;

import java.net.URI;
import org.cellist.kernel.runtime.jupyter.ServerAddress;

/// Where Colab is asked.
///
/// @param sessions gives and takes runtimes
/// @param api tells of accounts; it may know Google's own clients only
///
/// Immutable.
public record ColabHosts(ServerAddress sessions, ServerAddress api) {

    public static final ColabHosts GOOGLE =
            new ColabHosts(
                    new ServerAddress(URI.create("https://colab.research.google.com/")),
                    new ServerAddress(URI.create("https://colab.pa.googleapis.com/")));
}
