package org.cellist.app.ui.workbench.trail;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/// The places that a person jumped away from, and those that they came back from.
///
/// Where the person stands now is in neither list: it is told with each question.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class Trail {

    static final int MOST = 100;

    private final Deque<Stop> behind = new ArrayDeque<>(); // the newest last
    private final Deque<Stop> ahead = new ArrayDeque<>(); // the nearest last
    private final ReadOnlyBooleanWrapper hasBehind = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper hasAhead = new ReadOnlyBooleanWrapper();

    /// Whether there is a way back.
    public ReadOnlyBooleanProperty hasBehindProperty() {
        return hasBehind.getReadOnlyProperty();
    }

    /// Whether there is a way forward.
    public ReadOnlyBooleanProperty hasAheadProperty() {
        return hasAhead.getReadOnlyProperty();
    }

    /// Remembers a place that a person is about to leave. The way forward from there is another
    /// one now.
    public void leave(Stop here) {
        ahead.clear();
        put(behind, here);
        tell();
    }

    /// Returns the place that was left last.
    ///
    /// @param here where the person stands, who can come back to it; null for nowhere
    public Optional<Stop> back(@Nullable Stop here) {
        return step(behind, ahead, here);
    }

    /// Returns the place that was left for the one before.
    ///
    /// @param here where the person stands; null for nowhere
    public Optional<Stop> forward(@Nullable Stop here) {
        return step(ahead, behind, here);
    }

    /// Passes over places that are gone: they stay, since an undo brings them back. The page of one
    /// is a place as well, but not for whoever is there.
    private Optional<Stop> step(Deque<Stop> from, Deque<Stop> to, @Nullable Stop here) {
        var gone = new ArrayDeque<Stop>(); // the farthest last
        var next = from.pollLast();
        while (next != null && here != null && !leadsAway(next, here)) {
            if (next.isGone()) {
                gone.addLast(next);
            }
            next = from.pollLast();
        }
        if (next == null) {
            gone.descendingIterator().forEachRemaining(from::addLast);
        } else if (here != null) {
            put(to, here);
            gone.forEach(stop -> put(to, stop));
        }
        tell();
        return Optional.ofNullable(next);
    }

    private static boolean leadsAway(Stop next, Stop here) {
        return next.isGone() ? !next.isOnPageOf(here) : !next.isSameAs(here);
    }

    private static void put(Deque<Stop> list, Stop stop) {
        var last = list.peekLast();
        if (last == null || last.isGone() || !last.isSameAs(stop)) {
            list.addLast(stop);
        }
        if (list.size() > MOST) {
            list.removeFirst();
        }
    }

    private void tell() {
        hasBehind.set(!behind.isEmpty());
        hasAhead.set(!ahead.isEmpty());
    }
}
