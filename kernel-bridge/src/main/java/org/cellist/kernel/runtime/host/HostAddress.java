package org.cellist.kernel.runtime.host;

import java.util.Optional;

/// Where kernels of Cellist's have a holder: a machine that is reached over SSH, a container, or a
/// distribution of the Windows Subsystem for Linux. All are used in the same way.
///
/// Immutable.
public sealed interface HostAddress permits SshHost, Container, WslDistribution {

    /// Returns what people call it.
    String name();

    /// Returns it as text that settings keep, such as `docker://lab`; [#read] reads that.
    String uri();

    /// Reads what [#uri] has written; empty for anything else.
    static Optional<HostAddress> read(String uri) {
        if (uri.startsWith(SshHost.SCHEME)) {
            return SshHost.parse(uri).map(it -> it);
        }
        if (uri.startsWith(WslDistribution.SCHEME)) {
            return WslDistribution.of(uri.substring(WslDistribution.SCHEME.length())).map(it -> it);
        }
        return Container.read(uri).map(it -> it);
    }
}
