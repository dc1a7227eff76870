package org.cellist.app.ui.workbench.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.explain.HostProblemWords;
import org.cellist.app.session.ServerNotebooks;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.HostSource.Meter;
import org.cellist.app.ui.runtime.HostSource.Wish;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostProblem;
import org.jspecify.annotations.Nullable;

/// Hears of a machine over SSH, as a program there tells it over the connection that the kernels
/// have: the memory alone while a kernel runs, everything while somebody sees it.
///
/// Confined to the JavaFX Application Thread; a background thread listens.
final class HostLooks implements PlaceLooks {

    /// Somebody who sees it asks every other second.
    private static final Duration SEEN = Duration.ofSeconds(7);

    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final long AGAIN_SECONDS = 10;

    private final Means means;
    private final HostAddress host;
    private final Supplier<List<Watched>> running;
    private final Consumer<@Nullable MachineLook> told;
    private final Texts texts = Texts.of("resources");
    private volatile List<Own> own = List.of(); // for the thread that listens
    private @Nullable Meter meter;
    private boolean isWatched;
    private boolean isOpening;
    private Wish asked = new Wish(true, "");
    private Instant seenUntil = Instant.MIN;
    private @Nullable GpuLook gpus;
    private Heard newest = new Heard(Instant.MIN, new Look.Soon());

    /// @param running the notebooks whose kernels run there
    HostLooks(
            Means means,
            HostAddress host,
            Supplier<List<Watched>> running,
            Consumer<@Nullable MachineLook> told) {
        this.means = means;
        this.host = host;
        this.running = running;
        this.told = told;
    }

    private record Heard(Instant at, Look look) {}

    /// A notebook that is open here and runs there.
    ///
    /// @param joined the kernel that a person has chosen for it; null for one of its own
    private record Own(@Nullable Path notebook, @Nullable String joined) {

        static Own of(Watched it) {
            var runtime = it.runtime().orElse(null);
            var joined = runtime instanceof KernelRuntime.OnHost ssh ? ssh.kernel() : null;
            return new Own(it.notebook(), joined);
        }

        /// Returns the machine's id of its kernel; empty where it has none of its own. Blocks.
        String kernel() {
            return joined == null && notebook != null
                    ? ServerNotebooks.onHost(notebook)
                    : Objects.requireNonNullElse(joined, "");
        }
    }

    @Override
    public void begin() {
        isWatched = true;
        listen();
    }

    @Override
    public void end() {
        isWatched = false;
        var now = meter;
        meter = null;
        if (now != null) {
            now.close();
        }
    }

    private void listen() {
        if (!isWatched || isOpening || meter != null) {
            return;
        }
        isOpening = true;
        asked = new Wish(true, asked.kernel()); // the GPUs are worth knowing once
        var wish = asked;
        means.background().execute(() -> listen(wish));
    }

    private void listen(Wish wish) {
        var owner = means.owner();
        try {
            switch (means.hosts().meter(host, wish)) {
                case HostAnswer.Given(var begun) -> {
                    owner.execute(() -> begun(begun));
                    var look = begun.next();
                    while (look.isPresent()) {
                        var now = look.get();
                        var uses = now.kernels().stream().map(this::use).toList();
                        owner.execute(() -> heard(begun, now, uses));
                        look = begun.next();
                    }
                    owner.execute(() -> ended(begun, texts.get("there.silent", host.name())));
                }
                case HostAnswer.Refused(var problem) ->
                        owner.execute(() -> ended(null, words(problem)));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String words(HostProblem problem) {
        return problem instanceof HostProblem.Asks
                ? texts.get("there.silent", host.name())
                : new HostProblemWords().explain(host.name(), problem).happened();
    }

    private void begun(Meter begun) {
        isOpening = false;
        if (isWatched) {
            meter = begun;
        } else {
            begun.close();
        }
    }

    private void heard(Meter from, MachineLook look, List<Use> uses) {
        if (!from.equals(meter)) {
            return;
        }
        var now = means.clock().instant();
        boolean isWhole = look.load().diskBytes() >= 0 || look.gpus() != null;
        gpus = look.gpus() == null ? gpus : look.gpus();
        if (isWhole) {
            newest = new Heard(now, new Look.Known(look.load(), gpus, uses, Age.NOW));
        }
        told.accept(new MachineLook(look.load(), gpus, look.kernels()));
        if (asked.whole() && gpus != null && now.isAfter(seenUntil)) {
            ask(new Wish(false, asked.kernel()));
        }
    }

    private void ask(Wish wish) {
        var now = meter;
        if (now != null && !wish.equals(asked)) {
            asked = wish;
            means.background().execute(() -> now.ask(wish));
        }
    }

    /// It is tried again: a kernel may have taken its place, or the connection is broken.
    ///
    /// @param heard null if there was none to hear
    private void ended(@Nullable Meter heard, String why) {
        if (heard != null && !heard.equals(meter)) {
            return; // somebody has ended it here
        }
        isOpening = false;
        meter = null;
        newest = new Heard(means.clock().instant(), new Look.Unknown(why));
        if (!isWatched) {
            return;
        }
        told.accept(null);
        isWatched = means.later(AGAIN_SECONDS, this::listen);
    }

    @Override
    public void look(@Nullable Path notebook, Consumer<Look> then) {
        own = running.get().stream().map(Own::of).toList();
        var now = means.clock().instant();
        seenUntil = now.plus(SEEN);
        means.background()
                .execute(
                        () -> {
                            var kernel = kernel(notebook);
                            means.owner().execute(() -> ask(new Wish(true, kernel)));
                        });
        boolean isFresh = newest.look() instanceof Look.Unknown || isFresh(now);
        then.accept(isFresh ? newest.look() : new Look.Soon());
    }

    private boolean isFresh(Instant now) {
        return newest.at().isAfter(now.minus(FRESH));
    }

    /// Returns the id of a notebook's kernel there; empty for no kernel.
    private String kernel(@Nullable Path notebook) {
        return notebook == null
                ? ""
                : own.stream()
                        .filter(it -> notebook.equals(it.notebook()))
                        .map(Own::kernel)
                        .findFirst()
                        .orElse("");
    }

    private Use use(MachineLook.KernelUse use) {
        var its = own.stream().filter(it -> it.kernel().equals(use.kernel())).findFirst();
        return new Use(
                use.kernel(),
                its.map(Own::notebook).orElse(null),
                use.notebook(),
                use.memoryBytes(),
                use.gpuBytes(),
                its.isPresent());
    }

    @Override
    public void uses(Consumer<List<Use>> then) {
        own = running.get().stream().map(Own::of).toList();
        means.background()
                .execute(
                        () -> {
                            var uses = usesNow();
                            means.owner().execute(() -> then.accept(uses));
                        });
    }

    private List<Use> usesNow() {
        try {
            return switch (means.hosts().kernels(host)) {
                case HostAnswer.Given(var kernels) ->
                        kernels.stream()
                                .map(
                                        it ->
                                                new MachineLook.KernelUse(
                                                        it.kernel().id(),
                                                        it.kernel().notebook(),
                                                        it.memoryBytes(),
                                                        -1))
                                .map(this::use)
                                .toList();
                case HostAnswer.Refused<?> _ -> List.of();
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
