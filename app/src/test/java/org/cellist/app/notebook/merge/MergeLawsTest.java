package org.cellist.app.notebook.merge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.cellist.app.notebook.diff.NotebookDiff;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Notebook;

/// What holds for any notebook and any two edits of it.
class MergeLawsTest {

    private static final int TRIES = 600;

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anEditOfTheRemoteSideAloneIsTheResult(@ForAll long seed) {
        var versions = new RandomVersions(seed);
        var base = versions.base();
        var edited = versions.edited(base, "remote");

        var outcome = NotebookMerge.of(base, base, edited);

        assertSame(edited, outcome);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void anEditOfTheLocalSideAloneIsTheResultByteByByte(@ForAll long seed) {
        var versions = new RandomVersions(seed);
        var base = versions.base();
        var edited = versions.edited(base, "local");

        var outcome = NotebookMerge.of(base, edited, base);

        assertSame(edited, outcome);
        assertArrayEquals(bytes(edited), bytes(outcome.notebook()));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void oneEditOfBothSidesIsTheResultByteByByte(@ForAll long seed) {
        var versions = new RandomVersions(seed);
        var base = versions.base();
        var edited = versions.edited(base, "both");

        var outcome = NotebookMerge.of(base, edited, RandomVersions.reread(edited));

        assertSame(edited, outcome);
        assertArrayEquals(bytes(edited), bytes(outcome.notebook()));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void nothingThatOneSideHasAndTheOtherDidNotDeleteIsLost(@ForAll long seed) {
        var versions = new RandomVersions(seed);
        var base = versions.base();
        var local = versions.edited(base, "local");
        var remote = versions.edited(base, "remote");

        var outcome = NotebookMerge.of(base, local, remote);

        assertEquals(List.of(), NotebookParts.lost(base, local, remote, outcome));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void whatIsWrittenIsWhatWasMerged(@ForAll long seed) {
        var versions = new RandomVersions(seed);
        var base = versions.base();
        var local = versions.edited(base, "local");
        var remote = versions.edited(base, "remote");

        var merged = NotebookMerge.of(base, local, remote).notebook();

        var ids = merged.cells().stream().map(Cell::id).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
        var difference = NotebookDiff.between(merged, RandomVersions.reread(merged));
        assertTrue(difference.isEmpty(), difference::toString);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.OFF)
    void theSidesAreTreatedAlike(@ForAll long seed) {
        var versions = new RandomVersions(seed);
        var base = versions.base();
        var local = versions.edited(base, "local");
        var remote = versions.edited(base, "remote");

        var one = NotebookMerge.of(base, local, remote);
        var other = NotebookMerge.of(base, remote, local);

        assertEquals(kinds(one), kinds(other));
        assertEquals(one.notebook().cells().size(), other.notebook().cells().size());
        assertEquals(lines(one.notebook()), lines(other.notebook()));
    }

    private static void assertSame(Notebook expected, MergeOutcome outcome) {
        var difference = NotebookDiff.between(expected, outcome.notebook());
        assertTrue(difference.isEmpty(), difference::toString);
        assertEquals(List.of(), outcome.conflicts());
    }

    private static byte[] bytes(Notebook notebook) {
        return new NotebookWriter().write(notebook).toByteArray();
    }

    private static Map<Class<?>, Long> kinds(MergeOutcome outcome) {
        return outcome.conflicts().stream()
                .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()));
    }

    /// The lines of sources and outputs; of two values of metadata the local one stays.
    private static Map<String, Integer> lines(Notebook notebook) {
        var lines = new HashMap<>(NotebookParts.of(notebook).counts());
        lines.keySet().removeIf(part -> part.startsWith("cell ") || part.startsWith("notebook "));
        lines.keySet().removeIf(part -> part.contains("<<<<<<<") || part.contains(">>>>>>>"));
        return lines;
    }
}
