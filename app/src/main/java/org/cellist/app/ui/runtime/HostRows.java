package org.cellist.app.ui.runtime;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.RuntimeRow.Place;
import org.cellist.app.ui.runtime.RuntimeRow.State;
import org.cellist.kernel.runtime.KernelRuntime.Ssh;
import org.cellist.kernel.runtime.host.Accelerator;
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
    private static final long MIB_IN_GIB = 1024;

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
    record Entry(RuntimeRow row, @Nullable Ssh runtime) {}

    /// Returns the row of a machine that is being asked.
    Entry looking(SshHost host) {
        return whole(host, new State.Looking(), "");
    }

    List<Entry> of(SshHost host, HostAnswer<HostListing> answer) {
        return switch (answer) {
            case HostAnswer.Given(var listing) -> of(host, listing);
            case HostAnswer.Refused(var problem) ->
                    List.of(whole(host, new State.HostTrouble(problem), problem.details()));
        };
    }

    private static Entry whole(SshHost host, State state, String detail) {
        var row =
                new RuntimeRow(
                        "ssh://" + host,
                        host.toString(),
                        new Origin.WholeMachine(),
                        detail.isEmpty() ? "ssh " + host : detail,
                        state,
                        new Place.Machine(host));
        return new Entry(row, null);
    }

    private List<Entry> of(SshHost host, HostListing listing) {
        var accelerators = accelerators(listing.accelerators());
        var entries = new ArrayList<Entry>();
        var bare = listing.bare();
        if (bare != null) {
            entries.add(bare(host, bare, accelerators));
        }
        for (var spec : listing.kernelspecs()) {
            entries.add(
                    entry(
                            new Ssh(host, spec, null),
                            new Origin.NewKernel(),
                            joined(accelerators, spec.place())));
        }
        for (var kernel : listing.kernels()) {
            entries.add(
                    entry(
                            new Ssh(host, running(kernel), kernel.id()),
                            new Origin.RunningKernel(kernel.notebook()),
                            joined(accelerators, since(kernel))));
        }
        return entries;
    }

    private static Entry bare(SshHost host, HostPython python, String accelerators) {
        var row =
                new RuntimeRow(
                        "install ssh://" + host,
                        "Python " + python.version(),
                        new Origin.OperatingSystem(),
                        joined(accelerators, python.path()),
                        new State.NeedsKernel(python.path() + INSTALL, true),
                        new Place.Machine(host));
        return new Entry(row, null);
    }

    private Entry entry(Ssh runtime, Origin origin, String detail) {
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
        return new HostKernelspec(name, name, "", List.of(), List.of(), false, "");
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

    /// Several of one kind are one entry: `2 × NVIDIA H200, 139 of 281 GB free`.
    private String accelerators(List<Accelerator> all) {
        Map<String, List<Accelerator>> kinds = new LinkedHashMap<>();
        for (var each : all) {
            kinds.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
        }
        var words = new ArrayList<String>();
        kinds.forEach((name, some) -> words.add(accelerators(name, some)));
        return String.join(DOT, words);
    }

    private String accelerators(String name, List<Accelerator> some) {
        var counted = some.size() == 1 ? name : some.size() + " \u00d7 " + name;
        long total = some.stream().mapToLong(Accelerator::totalMiB).sum() / MIB_IN_GIB;
        long free = some.stream().mapToLong(Accelerator::freeMiB).sum() / MIB_IN_GIB;
        return total == 0 ? counted : texts.get("accelerator.memory", counted, free, total);
    }
}
