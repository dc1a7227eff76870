package org.cellist.app.ui.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.Container.Engine;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.cellist.kernel.runtime.host.NearbyHosts;

/// Turns the containers and distributions that nobody has entered into the picker's rows. Those
/// that could not be entered are left out, and of engines only those are mentioned that could do
/// with a person's help.
///
/// Immutable.
final class NearbyRows {

    private static final String DOT = " \u00b7 ";

    private final Texts texts = Texts.of("runtime");

    /// @param entered those that have rows of their own
    List<RuntimeRow> of(NearbyHosts nearby, Collection<HostAddress> entered) {
        var closed =
                nearby.hosts().stream()
                        .filter(NearbyHost::canBeEntered)
                        .filter(it -> !entered.contains(it.address()))
                        .map(NearbyRows::row)
                        .collect(Collectors.partitioningBy(NearbyRows::isContainer));
        var rows = new ArrayList<RuntimeRow>(List.copyOf(closed.getOrDefault(true, List.of())));
        nearby.forbidden().stream().map(this::forbidden).forEach(rows::add);
        rows.addAll(closed.getOrDefault(false, List.of()));
        return rows;
    }

    private static boolean isContainer(RuntimeRow row) {
        return row.place() instanceof Place.Containers;
    }

    private static RuntimeRow row(NearbyHost host) {
        var address = host.address();
        return new RuntimeRow(
                address.uri(),
                address.name(),
                new Origin.Nearby(address),
                Stream.of(host.image(), host.state())
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(DOT)),
                new State.Closed(),
                address instanceof Container ? new Place.Containers() : new Place.Distributions());
    }

    private RuntimeRow forbidden(Engine engine) {
        var program = engine.program();
        return new RuntimeRow(
                "engine " + program,
                program,
                new Origin.Engine(),
                texts.get("nearby.forbidden"),
                new State.Unusable(texts.get("nearby.forbidden.why", program)),
                new Place.Containers());
    }
}
