package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.accelerator.Gpu;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostPython;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.HostQuestions.Field;
import org.cellist.kernel.runtime.host.HostQuestions.Kind;
import org.cellist.kernel.runtime.host.HostQuestions.NewKey;
import org.cellist.kernel.runtime.host.HostQuestions.Prompt;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.cellist.kernel.runtime.host.SshHost;

/// Machines as a test wants them. A new one asks about its key and for the password `right`.
/// Thread-safe.
public final class FakeHosts implements HostSource {

    public static final HostKernelspec PYTHON =
            new HostKernelspec(
                    "python3",
                    "Python 3 (ipykernel)",
                    "python",
                    List.of("/home/ada/ml/bin/python"),
                    List.of(),
                    false,
                    false,
                    "/home/ada/ml");

    private static final Gpu H200 =
            new Gpu(
                    Gpu.Maker.NVIDIA,
                    0,
                    "GPU-1",
                    "NVIDIA H200",
                    "",
                    new GpuLoad(143_771L << 20, 71_000L << 20, 93),
                    List.of());

    /// What a machine has that answers.
    public static final HostListing LISTING =
            new HostListing(
                    List.of(PYTHON),
                    new GpuLook(Collections.nCopies(2, H200), List.of(), "570.86", null),
                    List.of(),
                    List.of(new HostKernel("t-1", "Python 3", "training.ipynb", 1_796_000_000L)),
                    null);

    /// What a machine has without a kernel.
    public static final HostListing BARE =
            new HostListing(
                    List.of(),
                    GpuLook.NONE,
                    List.of(),
                    List.of(),
                    new HostPython("/usr/bin/python3", "3.11"));

    public final Map<HostAddress, HostAnswer<HostListing>> known =
            Collections.synchronizedMap(new LinkedHashMap<>());
    /// Machines that somebody has logged in to, and what runs there.
    public final Map<HostAddress, List<HostKernel.Activity>> running = new ConcurrentHashMap<>();

    /// Whether nobody asks anything.
    public volatile boolean isOpenToAll;

    /// The containers and distributions of this machine.
    public volatile NearbyHosts nearby = NearbyHosts.NONE;

    /// What tells of a machine.
    public final Map<HostAddress, Meter> meters = new ConcurrentHashMap<>();

    public final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    public static SshHost host(String text) {
        return SshHost.parse(text).orElseThrow();
    }

    @Override
    public List<HostAddress> hosts() {
        return List.copyOf(known.keySet());
    }

    @Override
    public List<SshHost> named() {
        return List.of(host("gpu-box"), host("tpu-vm"));
    }

    @Override
    public NearbyHosts nearby() {
        return nearby;
    }

    @Override
    public boolean isConnected(HostAddress host) {
        return running.containsKey(host);
    }

    @Override
    public HostAnswer<List<HostKernel.Activity>> kernels(HostAddress host) {
        var kernels = running.get(host);
        return kernels == null
                ? new HostAnswer.Refused<>(new HostProblem.Asks())
                : new HostAnswer.Given<>(kernels);
    }

    @Override
    public HostAnswer<HostListing> look(HostAddress host, HostQuestions questions)
            throws InterruptedException {
        if (isOpenToAll) {
            return new HostAnswer.Given<>(LISTING);
        }
        if (!questions.isAnybodyThere()) {
            return Objects.requireNonNull(known.get(host));
        }
        var key =
                new NewKey(
                        host.name(),
                        "ssh-ed25519",
                        "SHA256:Hn3wS7dN8p2nq0wTTZ7rYJm5bq3uUq5b0m3dQmJrX1s");
        var field = List.of(new Field("", true));
        if (!questions.trusts(key)) {
            return new HostAnswer.Refused<>(new HostProblem.GivenUp());
        }
        for (boolean isAgain = false; ; isAgain = true) {
            var answers =
                    questions.answers(
                            new Prompt(Kind.PASSWORD, "ada@" + host.name(), "", field, isAgain));
            if (answers.isEmpty()) {
                return new HostAnswer.Refused<>(new HostProblem.GivenUp());
            }
            if (answers.get().equals(List.of("right"))) {
                return new HostAnswer.Given<>(LISTING);
            }
        }
    }

    @Override
    public HostAnswer<Meter> meter(HostAddress host, Wish wish) {
        asked.add("meter " + host + (wish.whole() ? " whole" : ""));
        var meter = meters.get(host);
        return meter == null
                ? new HostAnswer.Refused<>(new HostProblem.Asks())
                : new HostAnswer.Given<>(meter);
    }

    @Override
    public void add(HostAddress host) {
        known.put(host, new HostAnswer.Given<>(LISTING));
    }

    @Override
    public void forget(HostAddress host) {
        known.remove(host);
    }

    @Override
    public void end(HostAddress host, String kernel) {
        asked.add("end " + kernel);
    }

    @Override
    public void restart(HostAddress host, String kernel) {
        asked.add("restart " + kernel);
    }

    @Override
    public HostAnswer<Boolean> install(HostAddress host, Consumer<String> lines) {
        asked.add("install " + host);
        lines.accept("Collecting ipykernel");
        known.put(host, new HostAnswer.Given<>(LISTING));
        return new HostAnswer.Given<>(true);
    }
}
