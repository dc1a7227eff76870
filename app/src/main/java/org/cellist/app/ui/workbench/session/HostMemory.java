package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.util.Optional;
import org.cellist.app.settings.KnownServer;
import org.cellist.app.settings.RanOn;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostKernelspec;

/// How the settings remember what ran on a machine that is reached over SSH, or in a container: as
/// on a server, with an address such as `ssh://box` or `docker://lab`, and with the kernelspec's
/// folder behind its name, which has no blanks.
///
/// Stateless.
final class HostMemory {

    private static final String BLANK = " ";

    private HostMemory() {}

    static RanOn of(Path notebook, KernelRuntime.OnHost runtime) {
        var spec = runtime.kernelspec();
        return new RanOn(
                notebook,
                runtime.host().uri(),
                spec.name() + BLANK + spec.place(),
                spec.displayName(),
                spec.language());
    }

    /// Returns what was remembered; empty if it is no such machine. How the kernelspec is started
    /// the machine tells again when it is.
    static Optional<KernelRuntime> runtime(RanOn it) {
        int blank = it.kernelspec().indexOf(BLANK);
        if (!KnownServer.isHost(it.server()) || blank < 0) {
            return Optional.empty();
        }
        var spec =
                HostKernelspec.named(
                        it.kernelspec().substring(0, blank),
                        it.displayName(),
                        it.language(),
                        it.kernelspec().substring(blank + 1));
        return HostAddress.read(it.server())
                .map(host -> new KernelRuntime.OnHost(host, spec, null));
    }
}
