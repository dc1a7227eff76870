package org.cellist.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.server.KnownMachines;
import org.cellist.app.ui.runtime.HostSource;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.HostMeter;

/// The machines that this person reaches over SSH, and the containers of this one, as the picker
/// sees them.
///
/// Thread-safe.
record BridgeHosts(HostBridge bridge, KnownMachines known) implements HostSource {

    /// Between two looks at everything, while somebody sees it.
    private static final Duration SHOWN = Duration.ofSeconds(2);

    /// Between two looks at the memory.
    private static final Duration WATCHED = Duration.ofSeconds(3);

    @Override
    public List<HostAddress> hosts() {
        return known.all();
    }

    @Override
    public List<SshHost> named() {
        return bridge.named();
    }

    @Override
    public NearbyHosts nearby() throws InterruptedException {
        return bridge.nearby();
    }

    @Override
    public HostAnswer<HostListing> look(HostAddress host, HostQuestions questions)
            throws InterruptedException {
        return bridge.look(host, questions);
    }

    @Override
    public boolean isConnected(HostAddress host) {
        return bridge.isConnected(host);
    }

    @Override
    public HostAnswer<List<HostKernel.Activity>> kernels(HostAddress host)
            throws InterruptedException {
        return bridge.kernels(host);
    }

    @Override
    public HostAnswer<Meter> meter(HostAddress host, Wish wish) throws InterruptedException {
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
    public void add(HostAddress host) {
        known.add(host);
    }

    @Override
    public void forget(HostAddress host) {
        known.forget(host);
        bridge.forget(host);
    }

    @Override
    public void end(HostAddress host, String kernel) throws InterruptedException {
        bridge.end(host, kernel);
    }

    @Override
    public void restart(HostAddress host, String kernel) throws InterruptedException {
        bridge.restart(host, kernel);
    }

    @Override
    public HostAnswer<Boolean> install(HostAddress host, Consumer<String> lines)
            throws InterruptedException {
        return bridge.install(host, lines);
    }
}
