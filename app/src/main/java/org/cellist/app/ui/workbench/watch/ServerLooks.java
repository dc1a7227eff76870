package org.cellist.app.ui.workbench.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.session.Evaluation;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.KernelState;
import org.cellist.app.session.machine.KernelMachine;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.MachineLook;
import org.jspecify.annotations.Nullable;

/// Asks the kernels of open notebooks on a Jupyter server what machine they are on: after each run,
/// and again and again while somebody sees it and they have worked of late.
///
/// A kernel that is busy is not asked, so that nobody waits for the answer. One that rests is left
/// alone: a server takes every question for work, and would never end what nobody uses.
///
/// Confined to the JavaFX Application Thread.
final class ServerLooks implements PlaceLooks {

    private static final Duration OFTEN = Duration.ofSeconds(4);

    /// For so long after its last run a kernel is asked.
    private static final Duration AT_WORK = Duration.ofMinutes(10);

    /// The drivers of GPUs take their time; what they say comes with the next answer.
    private static final long SOON_SECONDS = 2;

    private final Means means;
    private final Supplier<List<Watched>> running;
    private final Consumer<@Nullable MachineLook> told;
    private final Texts texts = Texts.of("resources");
    private final Map<Watched, Asked> kernels = new LinkedHashMap<>();

    /// @param running the notebooks whose kernels run there
    ServerLooks(
            Means means, Supplier<List<Watched>> running, Consumer<@Nullable MachineLook> told) {
        this.means = means;
        this.running = running;
        this.told = told;
    }

    /// What is known of a kernel.
    private static final class Asked {
        boolean isUnderWay;
        Instant worked = Instant.MIN;
        Instant asked = Instant.MIN;
        Instant answered = Instant.MIN;
        @Nullable MachineLook look;
        boolean isMute; // it does not understand the question
    }

    @Override
    public void begin() {
        // The kernels are asked when they rest.
    }

    @Override
    public void end() {
        kernels.clear();
    }

    @Override
    public void rests(Watched document) {
        asked(document).worked = now();
        askLater(document, 1);
    }

    private Asked asked(Watched document) {
        return kernels.computeIfAbsent(document, _ -> new Asked());
    }

    private Instant now() {
        return means.clock().instant();
    }

    private void askLater(Watched document, long seconds) {
        boolean _ = means.later(seconds, () -> askIfThere(document));
    }

    private void askIfThere(Watched document) {
        if (isThere(document)) {
            ask(document);
        }
    }

    private boolean isThere(Watched document) {
        return running.get().contains(document);
    }

    private void ask(Watched document) {
        var asked = asked(document);
        boolean canAnswer = isPython(document) && document.state() instanceof KernelState.Idle;
        if (asked.isUnderWay || asked.isMute || !canAnswer) {
            return;
        }
        asked.isUnderWay = true;
        asked.asked = now();
        document.ask(KernelMachine.question(), answer -> answered(document, asked, answer));
    }

    private static boolean isPython(Watched document) {
        return document.runtime()
                .map(KernelRuntime::language)
                .filter(KernelMachine.LANGUAGE::equalsIgnoreCase)
                .isPresent();
    }

    private void answered(Watched document, Asked asked, KernelAnswer<Evaluation> answer) {
        asked.isUnderWay = false;
        if (!isThere(document) || !asked.equals(kernels.get(document))) {
            return;
        }
        switch (answer) {
            case KernelAnswer.Given(Evaluation.Value(var json)) ->
                    KernelMachine.read(json)
                            .ifPresentOrElse(
                                    look -> looked(document, asked, look),
                                    () -> asked.isMute = true);
            case KernelAnswer.Given<Evaluation> _ -> asked.isMute = true;
            case KernelAnswer.Busy<Evaluation> _,
                    KernelAnswer.Late<Evaluation> _,
                    KernelAnswer.NoKernel<Evaluation> _ -> {
                // It is asked again when it rests.
            }
        }
    }

    private void looked(Watched document, Asked asked, MachineLook look) {
        boolean isFirst = asked.look == null;
        asked.look = look;
        asked.answered = now();
        told.accept(look);
        if (isFirst && look.gpus() == null) {
            askLater(document, SOON_SECONDS);
        }
    }

    @Override
    public void look(@Nullable Path notebook, Consumer<Look> then) {
        kernels.keySet().removeIf(it -> !isThere(it));
        var there = running.get();
        there.forEach(this::askAgain);
        then.accept(known(there, notebook));
    }

    private void askAgain(Watched document) {
        var asked = asked(document);
        boolean isDue = asked.asked.isBefore(now().minus(OFTEN));
        if (isDue && isAtWork(asked)) {
            ask(document);
        }
    }

    private boolean isAtWork(Asked asked) {
        return asked.worked.isAfter(now().minus(AT_WORK));
    }

    /// The notebook in front says what the machine is like: behind a gateway each kernel may have
    /// one of its own.
    private Look known(List<Watched> there, @Nullable Path notebook) {
        var telling =
                there.stream()
                        .filter(it -> asked(it).look != null)
                        .max(
                                Comparator.comparing((Watched it) -> isOf(it, notebook))
                                        .thenComparing(it -> asked(it).answered));
        if (telling.isEmpty()) {
            return unknown(there);
        }
        var asked = asked(telling.get());
        var look = asked.look;
        return look == null
                ? new Look.Soon()
                : new Look.Known(look.load(), look.gpus(), uses(there), age(telling.get(), asked));
    }

    private static boolean isOf(Watched document, @Nullable Path notebook) {
        return notebook != null && notebook.equals(document.notebook());
    }

    private Look unknown(List<Watched> there) {
        if (there.stream().noneMatch(ServerLooks::isPython)) {
            return new Look.Unknown(texts.get("there.language"));
        }
        if (there.stream().filter(ServerLooks::isPython).allMatch(it -> asked(it).isMute)) {
            return new Look.Unknown(texts.get("there.mute"));
        }
        boolean areBusy = there.stream().allMatch(it -> it.state() instanceof KernelState.Busy);
        return areBusy ? new Look.Unknown(texts.get("there.busy")) : new Look.Soon();
    }

    private Age age(Watched document, Asked asked) {
        if (document.state() instanceof KernelState.Busy) {
            return Age.BEFORE_THIS_RUN;
        }
        return isAtWork(asked) ? Age.NOW : Age.AFTER_THE_LAST_RUN;
    }

    private List<Use> uses(List<Watched> there) {
        var uses = new ArrayList<Use>();
        for (var document : there) {
            var look = asked(document).look;
            if (look != null && !look.kernels().isEmpty()) {
                var use = look.kernels().getFirst();
                uses.add(
                        new Use(
                                Integer.toHexString(System.identityHashCode(document)),
                                document.notebook(),
                                document.name(),
                                use.memoryBytes(),
                                use.gpuBytes(),
                                true));
            }
        }
        return uses;
    }

    @Override
    public void uses(Consumer<List<Use>> then) {
        then.accept(uses(running.get()));
    }
}
