package org.cellist.app.ui.runtime;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.RuntimeRow.Place;
import org.cellist.app.ui.runtime.RuntimeRow.State;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerKernel;
import org.cellist.kernel.runtime.jupyter.ServerKernelspec;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.jspecify.annotations.Nullable;

/// Turns what a Jupyter server has into the picker's rows: its kernelspecs, then the kernels that
/// run.
///
/// Immutable.
final class ServerRows {

    private final Texts texts = Texts.of("runtime");
    private final @Nullable String attached;

    /// @param attached the `KernelRuntime.key` that the notebook runs on; null for none
    ServerRows(@Nullable String attached) {
        this.attached = attached;
    }

    /// A row and what it stands for; nothing, for a server that has not answered.
    record Entry(RuntimeRow row, @Nullable JupyterServer runtime) {}

    /// Returns the row of a server that is being asked.
    Entry looking(ServerAddress server) {
        return whole(server, new State.Looking(), "");
    }

    List<Entry> of(ServerAddress server, ServerAnswer<ServerListing> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var listing) -> of(server, listing);
            case ServerAnswer.Refused(var problem) ->
                    List.of(whole(server, new State.Trouble(problem), problem.details()));
        };
    }

    private static Entry whole(ServerAddress server, State state, String detail) {
        var row =
                new RuntimeRow(
                        server.toString(),
                        server.shown(),
                        new Origin.WholeServer(),
                        detail.isEmpty() ? server.toString() : detail,
                        state,
                        new Place.Server(server));
        return new Entry(row, null);
    }

    private List<Entry> of(ServerAddress server, ServerListing listing) {
        var entries = new ArrayList<Entry>();
        for (var spec : listing.kernelspecs()) {
            entries.add(
                    entry(
                            new JupyterServer(server, spec, null),
                            new Origin.NewKernel(),
                            spec.language().isEmpty() ? spec.name() : spec.language()));
        }
        Map<String, ServerKernelspec> specs =
                listing.kernelspecs().stream()
                        .collect(Collectors.toMap(ServerKernelspec::name, Function.identity()));
        for (var kernel : listing.kernels()) {
            var spec =
                    specs.getOrDefault(
                            kernel.kernelspec(),
                            new ServerKernelspec(kernel.kernelspec(), kernel.kernelspec(), ""));
            entries.add(
                    entry(
                            new JupyterServer(server, spec, kernel.id()),
                            new Origin.RunningKernel(
                                    Objects.requireNonNullElse(kernel.notebook(), "")),
                            detail(kernel)));
        }
        return entries;
    }

    private Entry entry(JupyterServer runtime, Origin origin, String detail) {
        boolean isAttached = runtime.key().equals(attached);
        var row =
                new RuntimeRow(
                        runtime.key(),
                        runtime.displayName(),
                        origin,
                        detail,
                        isAttached ? new State.Attached() : new State.Ready(),
                        new Place.Server(runtime.server()));
        return new Entry(row, runtime);
    }

    private String detail(ServerKernel kernel) {
        var words = new ArrayList<String>();
        words.add(
                switch (kernel.state()) {
                    case "idle" -> texts.get("kernel.idle");
                    case "busy" -> texts.get("kernel.busy");
                    default -> kernel.state();
                });
        if (kernel.connections() >= 0) {
            words.add(texts.get("kernel.connections", kernel.connections()));
        }
        var active = time(kernel.lastActivity());
        if (!active.isEmpty()) {
            words.add(texts.get("kernel.active", active));
        }
        return String.join(" \u00b7 ", words);
    }

    private static String time(@Nullable String iso) {
        try {
            return iso == null
                    ? ""
                    : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                            .withZone(ZoneId.systemDefault())
                            .format(Instant.from(OffsetDateTime.parse(iso)));
        } catch (DateTimeParseException _) {
            return "";
        }
    }
}
