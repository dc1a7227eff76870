package org.cellist.app.ui.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cellist.app.ui.runtime.HostRows.Entry;
import org.cellist.app.ui.runtime.RuntimeChoices.InstallStep;
import org.cellist.app.ui.runtime.RuntimeChoices.Installation;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostListing;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.cellist.kernel.runtime.host.SshHost;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The runtimes of the machines that a person reaches over SSH, and of containers, for one
/// notebook. Each is asked on a thread of its own; until it answers, a row says that. Nobody is
/// asked anything unless a person connects.
///
/// Confined to the JavaFX Application Thread.
public final class HostRuntimes {

    private static final Logger LOG = LoggerFactory.getLogger(HostRuntimes.class);

    private final HostSource source;
    private final Consumer<KernelRuntime> attach;
    private final Executor background;
    private final Executor fx;
    private final HostRows rows;
    private final Map<HostAddress, List<Entry>> entries = new LinkedHashMap<>();
    private NearbyHosts nearby = NearbyHosts.NONE; // as they were when somebody last asked
    private int asked; // machines that have not answered

    /// A view of the machines for a notebook.
    ///
    /// @param attached the `KernelRuntime.key` that the notebook runs on; null for none
    /// @param attach lets the notebook run on a runtime
    /// @param background runs what may take time, each task on a thread of its own
    /// @param fx brings its results back
    public HostRuntimes(
            HostSource source,
            @Nullable String attached,
            Consumer<KernelRuntime> attach,
            Executor background,
            Executor fx) {
        this.source = source;
        this.attach = attach;
        this.background = background;
        this.fx = fx;
        this.rows = new HostRows(attached);
    }

    /// Looks at all machines, and at the containers and distributions of this one that were entered
    /// and run.
    ///
    /// @param report told at once, and after each answer
    void find(Runnable report) {
        var hosts = source.hosts();
        entries.keySet().retainAll(hosts);
        for (var host : hosts) {
            if (host instanceof SshHost) {
                look(host, report);
            }
        }
        asked++;
        background(
                source::nearby,
                found -> {
                    asked--;
                    nearby = found;
                    source.hosts().forEach(it -> lookIfItRuns(it, report));
                    report.run();
                });
        report.run();
    }

    private void look(HostAddress host, Runnable report) {
        entries.putIfAbsent(host, List.of(rows.looking(host)));
        asked++;
        background(
                () -> source.look(host, HostQuestions.NOBODY),
                answer -> {
                    asked--;
                    if (source.hosts().contains(host)) {
                        entries.put(host, rows.of(host, answer));
                    }
                    report.run();
                });
    }

    /// What does not run says so; what is not there any more is nothing to choose.
    private void lookIfItRuns(HostAddress host, Runnable report) {
        if (host instanceof SshHost) {
            return;
        }
        var found = nearby.hosts().stream().filter(it -> it.address().equals(host)).findFirst();
        if (found.isEmpty()) {
            entries.remove(host);
        } else if (found.get().canBeEntered()) {
            look(host, report);
        } else {
            var problem = new HostProblem.NotRunning();
            entries.put(host, rows.of(host, new HostAnswer.Refused<>(problem)));
        }
    }

    /// Returns the container or distribution of a row that nobody has entered.
    Optional<HostAddress> nearby(RuntimeRow row) {
        return nearby.hosts().stream()
                .map(NearbyHost::address)
                .filter(it -> it.uri().equals(row.key()))
                .findFirst();
    }

    List<RuntimeRow> rows() {
        var entered = entries.values().stream().flatMap(List::stream).map(Entry::row);
        var closed = new NearbyRows().of(nearby, entries.keySet()).stream();
        return Stream.concat(entered, closed).toList();
    }

    boolean isComplete() {
        return asked == 0;
    }

    /// Lets the notebook run on the row's runtime, if it is one.
    void attach(RuntimeRow row) {
        runtime(row).ifPresent(attach);
    }

    private Optional<KernelRuntime.OnHost> runtime(RuntimeRow row) {
        return entries.values().stream()
                .flatMap(List::stream)
                .filter(it -> it.row().key().equals(row.key()))
                .findFirst()
                .map(Entry::runtime);
    }

    /// Tells which names the person's configuration has that are not in the list yet.
    void suggest(Consumer<List<SshHost>> then) {
        background(
                () -> {
                    var known = source.hosts();
                    return source.named().stream().filter(it -> !known.contains(it)).toList();
                },
                then);
    }

    /// Connects to a machine, and keeps it if that works.
    ///
    /// @param questions whom it asks
    void connect(
            HostAddress host, HostQuestions questions, Consumer<HostAnswer<HostListing>> then) {
        background(
                () -> source.look(host, questions),
                answer -> {
                    if (answer instanceof HostAnswer.Given) {
                        source.add(host);
                    }
                    then.accept(answer);
                });
    }

    /// Brings something to the JavaFX Application Thread. May be called on any thread.
    void onFx(Runnable task) {
        fx.execute(task);
    }

    void forget(HostAddress host, Runnable then) {
        background(
                () -> {
                    source.forget(host);
                    return host;
                },
                _ -> {
                    entries.remove(host);
                    then.run();
                });
    }

    /// Ends the running kernel of a row, whoever uses it.
    void end(RuntimeRow row, Runnable then) {
        var runtime = runtime(row).orElse(null);
        var kernel = runtime == null ? null : runtime.kernel();
        if (runtime != null && kernel != null) {
            background(
                    () -> {
                        source.end(runtime.host(), kernel);
                        return kernel;
                    },
                    _ -> then.run());
        }
    }

    /// Installs the kernel package on the row's machine.
    Installation install(RuntimeRow row, Consumer<InstallStep> report) {
        var working = new AtomicReference<@Nullable Thread>();
        if (row.place() instanceof Place.Machine(var host)) {
            background.execute(() -> install(host, row, report, working));
        }
        return () -> Optional.ofNullable(working.get()).ifPresent(Thread::interrupt);
    }

    private void install(
            HostAddress host,
            RuntimeRow row,
            Consumer<InstallStep> report,
            AtomicReference<@Nullable Thread> working) {
        working.set(Thread.currentThread());
        var last = new AtomicReference<>("");
        var step = new InstallStep[] {new InstallStep.Failed("")};
        try {
            var answer =
                    source.install(
                            host,
                            line -> {
                                last.set(line);
                                fx.execute(() -> report.accept(new InstallStep.Line(line)));
                            });
            step[0] =
                    switch (answer) {
                        case HostAnswer.Given(Boolean isFine) when isFine ->
                                new InstallStep.Installed(row.with(new State.Looking()));
                        case HostAnswer.Given<Boolean> _ -> new InstallStep.Failed(last.get());
                        case HostAnswer.Refused<Boolean>(var problem) ->
                                new InstallStep.Failed(problem.details());
                    };
        } catch (InterruptedException _) {
            LOG.debug("an installation on {} was stopped", host);
        } finally {
            working.set(null);
        }
        fx.execute(() -> report.accept(step[0]));
    }

    private interface Work<T> {
        T result() throws InterruptedException;
    }

    private <T> void background(Work<T> work, Consumer<T> then) {
        background.execute(
                () -> {
                    try {
                        var result = work.result();
                        fx.execute(() -> then.accept(result));
                    } catch (InterruptedException _) {
                        LOG.debug("a question to a machine was given up");
                    }
                });
    }
}
