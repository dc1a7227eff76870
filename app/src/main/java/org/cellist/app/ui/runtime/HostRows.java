package org.cellist.app.ui.runtime;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.cellist.app.explain.GpuWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.KernelRuntime.OnHost;
import org.cellist.kernel.runtime.accelerator.GpuLoad;
import org.cellist.kernel.runtime.accelerator.GpuProblem;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.host.HostKernelspec;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostPython;
import org.cellist.kernel.runtime.host.SshHost;
import org.jspecify.annotations.Nullable;

/// Turns what a machine has into the picker's rows: its kernelspecs with the machine's
/// accelerators, then the kernels that run.
///
/// Immutable.
final class HostRows {

    private static final String DOT = " \u00b7 ";
    private static final long GIB = 1L << 30;

    /// What Cellist does there once a person agrees, as one would type it.
    private static final String INSTALL =
            " -m venv ~/.local/share/cellist/venv && "
                    + "~/.local/share/cellist/venv/bin/python -m pip install ipykernel";

    private final Texts texts = Texts.of("runtime");
    private final @Nullable String attached;

    /// @param attached the `KernelRuntime.key` that the notebook runs on; null for none
    HostRows(@Nullable String attached) {
        this.attached = attached;
    }

    /// A row and what it stands for; nothing, for a machine that has not answered or lacks a
    /// kernel.
    record Entry(RuntimeRow row, @Nullable OnHost runtime) {}

    /// Returns the row of a machine that is being asked.
    Entry looking(HostAddress host) {
        return whole(host, new State.Looking(), "");
    }

    List<Entry> of(HostAddress host, HostAnswer<HostListing> answer) {
        return switch (answer) {
            case HostAnswer.Given(var listing) -> of(host, listing);
            case HostAnswer.Refused(var problem) ->
                    List.of(whole(host, new State.HostTrouble(problem), problem.details()));
        };
    }

    private static Entry whole(HostAddress host, State state, String detail) {
        var row =
                new RuntimeRow(
                        host.uri(),
                        host.toString(),
                        host instanceof SshHost
                                ? new Origin.WholeMachine()
                                : new Origin.Nearby(host),
                        detail.isEmpty() ? asTyped(host) : detail,
                        state,
                        new Place.Machine(host));
        return new Entry(row, null);
    }

    private static String asTyped(HostAddress host) {
        return host instanceof SshHost ? "ssh " + host : host.uri();
    }

    private List<Entry> of(HostAddress host, HostListing listing) {
        var accelerators = accelerators(listing);
        var entries = new ArrayList<Entry>();
        var bare = listing.bare();
        if (bare != null) {
            entries.add(bare(host, bare, accelerators));
        }
        for (var spec : listing.kernelspecs()) {
            entries.add(
                    entry(
                            new OnHost(host, spec, null),
                            new Origin.NewKernel(),
                            joined(accelerators, spec.place())));
        }
        for (var kernel : listing.kernels()) {
            entries.add(
                    entry(
                            new OnHost(host, running(kernel), kernel.id()),
                            new Origin.RunningKernel(kernel.notebook()),
                            joined(accelerators, since(kernel))));
        }
        return entries;
    }

    private static Entry bare(HostAddress host, HostPython python, String accelerators) {
        var row =
                new RuntimeRow(
                        "install " + host.uri(),
                        "Python " + python.version(),
                        new Origin.OperatingSystem(),
                        joined(accelerators, python.path()),
                        new State.NeedsKernel(python.path() + INSTALL, true),
                        new Place.Machine(host));
        return new Entry(row, null);
    }

    private Entry entry(OnHost runtime, Origin origin, String detail) {
        boolean isAttached = runtime.key().equals(attached);
        var row =
                new RuntimeRow(
                        runtime.key(),
                        runtime.displayName(),
                        origin,
                        detail,
                        isAttached ? new State.Attached() : new State.Ready(),
                        new Place.Machine(runtime.host()));
        return new Entry(row, runtime);
    }

    private static HostKernelspec running(HostKernel kernel) {
        var name = kernel.kernelspec();
        return HostKernelspec.named(name, name, "", "");
    }

    private String since(HostKernel kernel) {
        var format =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withZone(ZoneId.systemDefault());
        return texts.get(
                "kernel.since", format.format(Instant.ofEpochSecond(kernel.sinceEpochSeconds())));
    }

    private static String joined(String accelerators, String more) {
        return accelerators.isEmpty() ? more : accelerators + DOT + more;
    }

    /// Several of one kind are one entry: `2 × NVIDIA H200, 139 of 281 GB free`. What keeps GPUs
    /// from being used is said where there seem to be some.
    private String accelerators(HostListing listing) {
        var gpus = new LinkedHashMap<String, List<GpuLoad>>();
        for (var gpu : listing.gpus().gpus()) {
            gpus.computeIfAbsent(gpu.name(), _ -> new ArrayList<>()).add(gpu.load());
        }
        var words = new ArrayList<String>();
        gpus.forEach((name, loads) -> words.add(withMemory(counted(name, loads.size()), loads)));
        if (!listing.tpus().isEmpty()) {
            words.add(counted(listing.tpus().getFirst(), listing.tpus().size()));
        }
        if (words.isEmpty() && isTrouble(listing.gpus().problem())) {
            words.add(new GpuWords().problem(listing.gpus()));
        }
        return String.join(DOT, words);
    }

    private static boolean isTrouble(@Nullable GpuProblem problem) {
        return problem != null
                && problem.kind() != GpuProblem.Kind.NO_DRIVER
                && problem.kind() != GpuProblem.Kind.NO_DEVICE;
    }

    private static String counted(String name, int count) {
        return count == 1 ? name : count + " \u00d7 " + name;
    }

    private String withMemory(String counted, List<GpuLoad> loads) {
        long total = loads.stream().mapToLong(it -> Math.max(0, it.totalBytes())).sum() / GIB;
        long free = loads.stream().mapToLong(it -> Math.max(0, it.freeBytes())).sum() / GIB;
        return total == 0 ? counted : texts.get("accelerator.memory", counted, free, total);
    }
}
