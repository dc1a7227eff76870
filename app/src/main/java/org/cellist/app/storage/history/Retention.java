package org.cellist.app.storage.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which versions stay: all of the last hour, the last of each minute for a day, the last of each
/// hour for 30 days; of a notebook always the newest.
///
/// What goes never comes back by waiting, and whoever thins often gets what one gets who thins
/// once: the last of an hour is the last of its minute too.
///
/// Immutable.
final class Retention {

    private static final Duration ALL = Duration.ofHours(1);
    private static final Duration BY_MINUTE = Duration.ofDays(1);
    private static final Duration BY_HOUR = Duration.ofDays(30);

    private Retention() {}

    /// Returns the versions of one notebook that stay, from the oldest to the newest.
    static List<Version> thinned(Collection<Version> versions, Instant now) {
        var sorted = List.copyOf(new TreeSet<>(versions));
        var kept = new ArrayList<Version>();
        for (int i = 0; i < sorted.size(); i++) {
            var version = sorted.get(i);
            var next = i + 1 < sorted.size() ? sorted.get(i + 1) : null;
            if (next == null || stays(version, next, now)) {
                kept.add(version);
            }
        }
        return kept;
    }

    private static boolean stays(Version version, Version next, Instant now) {
        var age = Duration.between(version.at(), now);
        return age.compareTo(ALL) <= 0
                || (age.compareTo(BY_MINUTE) <= 0 && isLastOf(ChronoUnit.MINUTES, version, next))
                || (age.compareTo(BY_HOUR) <= 0 && isLastOf(ChronoUnit.HOURS, version, next));
    }

    private static boolean isLastOf(ChronoUnit unit, Version version, Version next) {
        return !version.at().truncatedTo(unit).equals(next.at().truncatedTo(unit));
    }

    /// A version and what it takes on the disk.
    ///
    /// @param notebook tells the versions of one notebook from those of others
    /// @param ownBytes what it shares with no other
    /// @param pieces their names and bytes
    record Held(String notebook, Version version, long ownBytes, Map<String, Long> pieces) {
        Held {
            pieces = Map.copyOf(pieces);
        }
    }

    /// Returns the versions that go so that all others take no more than that: the oldest first,
    /// the newest of each notebook after all others, and never the newest of all.
    static List<Held> beyond(long mostBytes, Collection<Held> held) {
        var users = new HashMap<String, Integer>();
        long total = 0;
        for (var each : held) {
            total += each.ownBytes();
            for (var piece : each.pieces().entrySet()) {
                total += users.merge(piece.getKey(), 1, Integer::sum) == 1 ? piece.getValue() : 0;
            }
        }
        var gone = new ArrayList<Held>();
        for (var each : inOrderOfGoing(held)) {
            if (total <= mostBytes) {
                break;
            }
            gone.add(each);
            total -= each.ownBytes();
            for (var piece : each.pieces().entrySet()) {
                total -= users.merge(piece.getKey(), -1, Integer::sum) == 0 ? piece.getValue() : 0;
            }
        }
        return gone;
    }

    private static List<Held> inOrderOfGoing(Collection<Held> held) {
        var oldestFirst = Comparator.comparing(Held::version).thenComparing(Held::notebook);
        var sorted = held.stream().sorted(oldestFirst).toList();
        var newest = new TreeMap<String, Held>();
        sorted.forEach(each -> newest.put(each.notebook(), each));
        var order = new ArrayList<Held>();
        Set<Held> last = Collections.newSetFromMap(new IdentityHashMap<>());
        last.addAll(newest.values());
        sorted.stream().filter(each -> !last.contains(each)).forEach(order::add);
        newest.values().stream().sorted(oldestFirst).forEach(order::add);
        return order.isEmpty() ? order : order.subList(0, order.size() - 1);
    }
}
