package org.cellist.kernel.runtime.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.container.ContainerList.Listed;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.Container.Engine;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.cellist.kernel.runtime.host.NearbyHosts;

/// Asks which containers and distributions there are. Where there is no engine, or none that
/// answers, there are none.
///
/// Immutable. Its methods block.
record HostLists(Entrance entrance) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String WSL = "WSL";

    /// Of commands that cannot be run and that are not there, as shells and engines say it.
    private static final Set<Integer> NO_SUCH_PROGRAM = Set.of(126, 127);

    private record Answer(List<Listed> listed, List<Engine> forbidden) {}

    /// Asks all engines at once.
    NearbyHosts nearby() throws InterruptedException {
        var asked = Arrays.stream(Engine.values()).map(this::asked).toList();
        var hosts = new ArrayList<Listed>();
        var forbidden = new ArrayList<Engine>();
        for (var each : asked) {
            var answer = answered(each);
            hosts.addAll(answer.listed());
            forbidden.addAll(answer.forbidden());
        }
        var distributions = distributions();
        return new NearbyHosts(
                Stream.concat(withoutTwins(hosts), distributions).toList(), forbidden);
    }

    private CompletableFuture<Answer> asked(Engine engine) {
        var answer = new CompletableFuture<Answer>();
        Thread.ofVirtual()
                .name("container-list")
                .start(
                        () -> {
                            try {
                                answer.complete(answer(engine));
                            } catch (InterruptedException | RuntimeException e) {
                                answer.completeExceptionally(e);
                            }
                        });
        return answer;
    }

    private static Answer answered(CompletableFuture<Answer> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Answer answer(Engine engine) throws InterruptedException {
        var command = entrance.listing(engine);
        if (command.isEmpty()) {
            return new Answer(List.of(), List.of());
        }
        var answer = ProgramAnswer.of(entrance.builder(command.get()), PATIENCE);
        if (answer.isFine()) {
            return new Answer(ContainerList.read(engine, answer.text()).toList(), List.of());
        }
        boolean isForbidden =
                answer.trouble().toLowerCase(Locale.ROOT).contains("permission denied");
        return new Answer(List.of(), isForbidden ? List.of(engine) : List.of());
    }

    /// Podman comes with a program that is called `docker` and shows the same containers.
    private static Stream<NearbyHost> withoutTwins(List<Listed> listed) {
        var byPodman =
                listed.stream()
                        .filter(it -> isOf(it, Engine.PODMAN))
                        .map(Listed::id)
                        .collect(Collectors.toSet());
        return listed.stream()
                .filter(it -> isOf(it, Engine.PODMAN) || !byPodman.contains(it.id()))
                .map(Listed::host);
    }

    private static boolean isOf(Listed listed, Engine engine) {
        return listed.host().address() instanceof Container(var its, _) && its == engine;
    }

    private Stream<NearbyHost> distributions() throws InterruptedException {
        var command = entrance.listing();
        if (command.isEmpty()) {
            return Stream.empty();
        }
        var answer = ProgramAnswer.of(entrance.builder(command.get()), PATIENCE);
        return answer.isFine() ? WslList.read(answer.said().get()) : Stream.empty();
    }

    /// Returns why something could not be entered.
    ///
    /// @param code with which the program ended that would have entered it
    /// @param words what that said
    HostProblem whyNot(HostAddress host, int code, String words) throws InterruptedException {
        var command =
                host instanceof Container(var engine, _)
                        ? entrance.listing(engine)
                        : entrance.listing();
        var program = host instanceof Container(var engine, _) ? engine.program() : WSL;
        if (command.isEmpty()) {
            return new HostProblem.NoEngine(program, "");
        }
        var answer = ProgramAnswer.of(entrance.builder(command.get()), PATIENCE);
        if (!answer.isFine()) {
            return new HostProblem.NoEngine(program, answer.trouble());
        }
        var listed =
                host instanceof Container(var engine, _)
                        ? ContainerList.read(engine, answer.text()).map(Listed::host)
                        : WslList.read(answer.said().get());
        var found = listed.filter(it -> it.address().equals(host)).findFirst();
        if (found.isEmpty()) {
            return new HostProblem.NoSuchHost();
        }
        if (found.get().hasEnded()) {
            return new HostProblem.NotRunning();
        }
        return NO_SUCH_PROGRAM.contains(code)
                ? new HostProblem.NoPython()
                : new HostProblem.Failed(words);
    }
}
