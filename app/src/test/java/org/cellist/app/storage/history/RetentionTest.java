package org.cellist.app.storage.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.cellist.app.storage.history.Retention.Held;
import org.junit.jupiter.api.Test;

/// Which versions stay.
class RetentionTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:30Z");

    @Test
    void allOfTheLastHourStay() {
        var versions = every(Duration.ofSeconds(2), Duration.ofHours(1));

        assertEquals(versions.size(), Retention.thinned(versions, NOW).size());
    }

    @Test
    void oneOfEachMinuteStaysForADay() {
        var versions = every(Duration.ofSeconds(7), Duration.ofHours(3));

        var old = older(Retention.thinned(versions, NOW), Duration.ofHours(1));

        assertEquals(120, old.size());
        assertEquals(
                Set.of(53, 54, 55, 56, 57, 58, 59),
                new HashSet<>(old.stream().map(at -> (int) (at.getEpochSecond() % 60)).toList()));
    }

    @Test
    void oneOfEachHourStaysForThirtyDaysAndNoneLonger() {
        var versions = every(Duration.ofMinutes(7), Duration.ofDays(40));

        var old = older(Retention.thinned(versions, NOW), Duration.ofDays(1));

        assertEquals(29 * 24, old.size());
        assertTrue(old.getFirst().isAfter(NOW.minus(Duration.ofDays(30))));
    }

    @Property
    void theNewestStays(@ForAll("someVersions") Set<Version> versions) {
        var kept = Retention.thinned(versions, NOW);

        assertEquals(new TreeSet<>(versions).last(), kept.getLast());
    }

    @Property
    void thinningTwiceIsThinningOnce(@ForAll("someVersions") Set<Version> versions) {
        var kept = Retention.thinned(versions, NOW);

        assertEquals(kept, Retention.thinned(kept, NOW));
    }

    @Property
    void whoThinsOftenGetsWhatOneGetsWhoThinsOnce(
            @ForAll("someVersions") Set<Version> versions,
            @ForAll @IntRange(max = 4_000_000) int seconds) {
        var later = NOW.plusSeconds(seconds);

        var often = Retention.thinned(Retention.thinned(versions, NOW), later);

        assertEquals(Retention.thinned(versions, later), often);
    }

    @Property
    void whatIsBeyondIsTheOldestAndNoMoreThanNeeded(
            @ForAll("someHeld") List<Held> held, @ForAll @IntRange(max = 400) int most) {
        var gone = Retention.beyond(most, held);

        var left = new ArrayList<>(held);
        left.removeAll(gone);
        assertTrue(left.size() == Math.min(1, held.size()) || bytes(left) <= most);
        if (!gone.isEmpty()) {
            left.add(gone.getLast());
            assertTrue(bytes(left) > most);
        }
    }

    @Property
    void theNewestOfANotebookGoesAfterAllThatAreNot(
            @ForAll("someHeld") List<Held> held, @ForAll @IntRange(max = 400) int most) {
        var gone = Retention.beyond(most, held);

        boolean anyNewestGoes = gone.stream().anyMatch(each -> isNewest(each, held));
        boolean allOthersGo = held.stream().allMatch(e -> isNewest(e, held) || gone.contains(e));
        assertTrue(!anyNewestGoes || allOthersGo);
    }

    @Provide
    Arbitrary<Set<Version>> someVersions() {
        return Arbitraries.longs()
                .between(-3_000_000, 100)
                .map(seconds -> version(NOW.plusSeconds(seconds)))
                .set()
                .ofMinSize(1)
                .ofMaxSize(300);
    }

    @Provide
    Arbitrary<List<Held>> someHeld() {
        var pieces =
                Arbitraries.maps(
                                Arbitraries.integers().between(1, 9).map(String::valueOf),
                                Arbitraries.just(0L))
                        .map(RetentionTest::sized);
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.integers().between(0, 1_000_000),
                        pieces)
                .as((name, s, held) -> new Held(name, version(NOW.minusSeconds(s)), 3, held))
                .list()
                .uniqueElements(each -> each.version().at())
                .ofMaxSize(12);
    }

    /// A piece has the same bytes wherever it is.
    private static Map<String, Long> sized(Map<String, Long> names) {
        var sized = new HashMap<String, Long>();
        names.keySet().forEach(name -> sized.put(name, 10L * Long.parseLong(name)));
        return sized;
    }

    private static long bytes(List<Held> held) {
        var pieces = new HashMap<String, Long>();
        held.forEach(each -> pieces.putAll(each.pieces()));
        return pieces.values().stream().mapToLong(Long::longValue).sum()
                + held.stream().mapToLong(Held::ownBytes).sum();
    }

    private static boolean isNewest(Held one, List<Held> held) {
        return held.stream()
                .filter(each -> each.notebook().equals(one.notebook()))
                .noneMatch(each -> each.version().compareTo(one.version()) > 0);
    }

    private static List<Version> every(Duration step, Duration whole) {
        var versions = new ArrayList<Version>();
        for (var at = NOW; !at.isBefore(NOW.minus(whole)); at = at.minus(step)) {
            versions.add(version(at));
        }
        return versions;
    }

    private static List<Instant> older(List<Version> versions, Duration age) {
        return versions.stream()
                .map(Version::at)
                .filter(at -> at.isBefore(NOW.minus(age)))
                .toList();
    }

    private static Version version(Instant at) {
        return new Version(at, 1, "0".repeat(32));
    }
}
