package org.cellist.app.ui.workbench.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.geometry.Side;

/// How groups share a place: one has all of it, or parts lie side by side or one below the other.
/// Immutable.
///
/// @param <G> a group
public sealed interface Arrangement<G> {

    /// One group alone.
    record One<G>(G group) implements Arrangement<G> {}

    /// Two parts or more.
    ///
    /// @param direction horizontal for parts side by side
    record Parts<G>(Orientation direction, List<Arrangement<G>> parts) implements Arrangement<G> {

        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /// Returns all groups, from left to right and from top to bottom.
    default List<G> groups() {
        return switch (this) {
            case One<G>(var group) -> List.of(group);
            case Parts<G>(var _, var parts) ->
                    parts.stream().flatMap(part -> part.groups().stream()).toList();
        };
    }

    /// Returns this arrangement with a new group at a side of one of it.
    default Arrangement<G> split(G place, Side side, G added) {
        return switch (this) {
            case One<G>(var group) ->
                    group.equals(place)
                            ? new Parts<>(direction(side), inOrder(this, side, added).toList())
                            : this;
            case Parts<G>(var along, var parts) ->
                    new Parts<>(
                            along,
                            parts.stream()
                                    .flatMap(part -> split(part, along, place, side, added))
                                    .toList());
        };
    }

    private static Orientation direction(Side side) {
        return side.isVertical() ? Orientation.HORIZONTAL : Orientation.VERTICAL;
    }

    private static <G> Stream<Arrangement<G>> inOrder(Arrangement<G> part, Side side, G added) {
        boolean isBefore = side == Side.LEFT || side == Side.TOP;
        return isBefore ? Stream.of(new One<>(added), part) : Stream.of(part, new One<>(added));
    }

    /// In the direction in which the parts lie already, the new one is one more of them.
    private static <G> Stream<Arrangement<G>> split(
            Arrangement<G> part, Orientation along, G place, Side side, G added) {
        return direction(side) == along && part.equals(new One<>(place))
                ? inOrder(part, side, added)
                : Stream.of(part.split(place, side, added));
    }

    /// Returns this arrangement without a group; empty when that was the only one.
    default Optional<Arrangement<G>> without(G gone) {
        return switch (this) {
            case One<G>(var group) -> group.equals(gone) ? Optional.empty() : Optional.of(this);
            case Parts<G>(var direction, var parts) -> {
                var left = new ArrayList<Arrangement<G>>();
                parts.forEach(part -> part.without(gone).ifPresent(left::add));
                yield switch (left.size()) {
                    case 0 -> Optional.empty();
                    case 1 -> Optional.of(left.getFirst());
                    default -> Optional.of(new Parts<>(direction, left));
                };
            }
        };
    }

    /// Returns the same arrangement of other groups.
    default Arrangement<G> map(UnaryOperator<G> other) {
        return switch (this) {
            case One<G>(var group) -> new One<>(other.apply(group));
            case Parts<G>(var direction, var parts) ->
                    new Parts<>(direction, parts.stream().map(part -> part.map(other)).toList());
        };
    }
}
