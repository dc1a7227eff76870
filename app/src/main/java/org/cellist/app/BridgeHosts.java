package org.cellist.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.server.KnownMachines;
import org.cellist.app.ui.runtime.HostSource;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.ssh.HostMeter;

/// The machines that this person reaches over SSH, as the picker sees them.
///
/// Thread-safe.
record BridgeHosts(HostBridge bridge, KnownMachines known) implements HostSource {

    /// Between two looks at everything, while somebody sees it.
    private static final Duration SHOWN = Duration.ofSeconds(2);

    /// Between two looks at the memory.
    private static final Duration WATCHED = Duration.ofSeconds(3);

    @Override
    public List<SshHost> hosts() {
        return known.all();
    }

    @Override
    public List<SshHost> named() {
        return bridge.named();
    }

    @Override
    public HostAnswer<HostListing> look(SshHost host, HostQuestions questions)
            throws InterruptedException {
        return bridge.look(host, questions);
    }

    @Override
    public boolean isConnected(SshHost host) {
        return bridge.isConnected(host);
    }

    @Override
    public HostAnswer<List<HostKernel.Activity>> kernels(SshHost host) throws InterruptedException {
        return bridge.kernels(host);
    }

    @Override
    public HostAnswer<Meter> meter(SshHost host, Wish wish) throws InterruptedException {
        return switch (bridge.meter(host, paced(wish))) {
            case HostAnswer.Given(var meter) -> new HostAnswer.Given<>(new BridgeMeter(meter));
            case HostAnswer.Refused(var problem) -> new HostAnswer.Refused<>(problem);
        };
    }

    private static HostMeter.Wish paced(Wish wish) {
        return new HostMeter.Wish(wish.whole(), wish.kernel(), wish.whole() ? SHOWN : WATCHED);
    }

    /// A meter of the bridge's.
    private record BridgeMeter(HostMeter meter) implements Meter {

        @Override
        public Optional<MachineLook> next() {
            return meter.next();
        }

        @Override
        public void ask(Wish wish) {
            meter.ask(paced(wish));
        }

        @Override
        public void close() {
            meter.close();
        }
    }

    @Override
    public void add(SshHost host) {
        known.add(host);
    }

    @Override
    public void forget(SshHost host) {
        known.forget(host);
        bridge.forget(host);
    }

    @Override
    public void end(SshHost host, String kernel) throws InterruptedException {
        bridge.end(host, kernel);
    }

    @Override
    public void restart(SshHost host, String kernel) throws InterruptedException {
        bridge.restart(host, kernel);
    }

    @Override
    public HostAnswer<Boolean> install(SshHost host, Consumer<String> lines)
            throws InterruptedException {
        return bridge.install(host, lines);
    }
}
