package org.cellist.app.ui.runtime.row;

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
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
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
public final class ServerRows {

    private final Texts texts = Texts.of("runtime");
    private final @Nullable String attached;

    /// @param attached the `KernelRuntime.key` that the notebook runs on; null for none
    public ServerRows(@Nullable String attached) {
        this.attached = attached;
    }

    /// A row and what it stands for; nothing, for a server that has not answered.
    public record Entry(RuntimeRow row, @Nullable JupyterServer runtime) {}

    /// Returns the row of a server that is being asked.
    ///
    /// @param place the heading that it stands under
    public Entry looking(ServerAddress server, Place place) {
        return whole(server, place, new State.Looking(), "");
    }

    /// Returns the rows of what a server has, or of what is wrong with it.
    ///
    /// @param place the heading that they stand under
    public List<Entry> of(ServerAddress server, Place place, ServerAnswer<ServerListing> answer) {
        return switch (answer) {
            case ServerAnswer.Given(var listing) -> of(server, place, listing);
            case ServerAnswer.Refused(var problem) ->
                    List.of(whole(server, place, new State.Trouble(problem), problem.details()));
        };
    }

    private static Entry whole(ServerAddress server, Place place, State state, String detail) {
        var row =
                new RuntimeRow(
                        server.toString(),
                        server.shown(),
                        new Origin.WholeServer(),
                        detail.isEmpty() ? server.toString() : detail,
                        state,
                        place);
        return new Entry(row, null);
    }

    private List<Entry> of(ServerAddress server, Place place, ServerListing listing) {
        var entries = new ArrayList<Entry>();
        for (var spec : listing.kernelspecs()) {
            entries.add(
                    entry(
                            new JupyterServer(server, spec, null),
                            place,
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
                            place,
                            new Origin.RunningKernel(
                                    Objects.requireNonNullElse(kernel.notebook(), "")),
                            detail(kernel)));
        }
        return entries;
    }

    private Entry entry(JupyterServer runtime, Place place, Origin origin, String detail) {
        boolean isAttached = runtime.key().equals(attached);
        var row =
                new RuntimeRow(
                        runtime.key(),
                        runtime.displayName(),
                        origin,
                        detail,
                        isAttached ? new State.Attached() : new State.Ready(),
                        place);
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
