package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.cellist.app.explain.HostProblemWords;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.session.ServerNotebooks;
import org.cellist.app.settings.RanOn;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Look;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostKernel;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.jspecify.annotations.Nullable;

/// Looks which kernels run elsewhere, and finds the notebooks of this machine that they belong to.
///
/// Immutable. Its methods block.
///
/// @param openThere the notebooks of the windows that run at the place which is asked
/// @param notebooks those that a kernel may belong to, absolute and normal
record RemoteKernels(Desk desk, List<OpenThere> openThere, List<Path> notebooks) {

    private static final Look NOBODY = new Look.Known(List.of()); // when the program ends

    Look look(HostAddress host) {
        try {
            return switch (desk.hosts().kernels(host)) {
                case HostAnswer.Given(var kernels) -> {
                    var known = byName(ServerNotebooks::onHost);
                    var now = desk.services().clock().instant();
                    yield new Look.Known(
                            kernels.stream().map(it -> entry(host, it, known, now)).toList());
                }
                case HostAnswer.Refused(var problem) ->
                        new Look.Unknown(
                                new HostProblemWords().explain(host.name(), problem).happened());
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return NOBODY;
        }
    }

    private Entry entry(
            HostAddress host, HostKernel.Activity activity, Map<String, Path> known, Instant now) {
        var kernel = activity.kernel();
        var notebook = known.get(kernel.id());
        return new Entry(
                new Place.OnHost(host),
                kernel.id(),
                notebook,
                kernel.notebook(),
                kernel.kernelspec(),
                work(activity.work()),
                activity.memoryBytes(),
                -1,
                now.minusSeconds(activity.ageSeconds()),
                activity.quietSeconds() < 0 ? null : now.minusSeconds(activity.quietSeconds()),
                isOpen(notebook, kernel.id()),
                true);
    }

    private static Work work(HostKernel.Work work) {
        return switch (work) {
            case BUSY -> Work.BUSY;
            case IDLE -> Work.IDLE;
            case ENDED -> Work.ENDED;
            case UNKNOWN -> Work.UNKNOWN;
        };
    }

    Look look(ServerAddress server) {
        try {
            return switch (desk.servers().kernels(server)) {
                case ServerAnswer.Given(var kernels) -> {
                    var names = new ServerNotebooks(desk.services().copies());
                    var known = byName(it -> names.onServer(server, it));
                    yield new Look.Known(
                            kernels.stream().map(it -> entry(server, it, known)).toList());
                }
                case ServerAnswer.Refused(var problem) ->
                        new Look.Unknown(
                                new ServerProblemWords()
                                        .explain(server.shown(), problem)
                                        .happened());
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return NOBODY;
        }
    }

    private Entry entry(ServerAddress server, ServerKernel kernel, Map<String, Path> known) {
        var path = kernel.path();
        var notebook = path == null ? null : known.get(path);
        return new Entry(
                new Place.OnServer(server),
                kernel.id(),
                notebook,
                Objects.requireNonNullElse(kernel.notebook(), ""),
                nameForPeople(server, kernel.kernelspec()),
                work(kernel.state()),
                -1,
                -1,
                null,
                instant(kernel.lastActivity()),
                kernel.connections() > 0 || isOpen(notebook, kernel.id()),
                true);
    }

    /// A server tells only what it calls a kernelspec; what ran there before was chosen by its name
    /// for people.
    private String nameForPeople(ServerAddress server, String kernelspec) {
        return desk.settings().current().servers().ranOn().stream()
                .filter(it -> it.server().equals(server.toString()))
                .filter(it -> it.kernelspec().equals(kernelspec) && !it.displayName().isEmpty())
                .map(RanOn::displayName)
                .findFirst()
                .orElse(kernelspec);
    }

    private static Work work(String state) {
        return switch (state) {
            case "busy" -> Work.BUSY;
            case "idle" -> Work.IDLE;
            case "dead" -> Work.ENDED;
            default -> Work.UNKNOWN; // it starts
        };
    }

    private static @Nullable Instant instant(@Nullable String written) {
        try {
            return written == null ? null : Instant.parse(written);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private boolean isOpen(@Nullable Path notebook, String kernel) {
        return openThere.stream().anyMatch(it -> it.is(notebook, kernel));
    }

    private Map<String, Path> byName(Function<Path, String> naming) {
        var known = new HashMap<String, Path>();
        notebooks.forEach(it -> known.putIfAbsent(naming.apply(it), it));
        return known;
    }
}
