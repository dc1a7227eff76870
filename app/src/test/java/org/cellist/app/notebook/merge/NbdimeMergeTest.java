package org.cellist.app.notebook.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.cellist.app.notebook.diff.NotebookDiff;
import org.cellist.app.notebook.format.NbdimeCases;
import org.cellist.app.notebook.format.NbdimeCases.Triple;
import org.cellist.app.notebook.model.Cell;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// nbdime's own cases.
class NbdimeMergeTest {

    @BeforeAll
    static void needsTheCorpus() {
        Assumptions.assumeFalse(
                NbdimeCases.notebooks().isEmpty(), () -> "there is no " + NbdimeCases.folder());
    }

    static List<Triple> triples() {
        return orOne(NbdimeCases.triples());
    }

    static List<Triple> neighbours() {
        return orOne(NbdimeCases.neighbours());
    }

    /// A parameterised test without parameters fails.
    private static List<Triple> orOne(List<Triple> triples) {
        var empty = new RandomVersions(0).base();
        return triples.isEmpty() ? List.of(new Triple("none", empty, empty, empty)) : triples;
    }

    @Test
    void allTriplesAreFound() {
        assertEquals(15, NbdimeCases.triples().size(), () -> NbdimeCases.triples().toString());
    }

    @ParameterizedTest
    @MethodSource({"triples", "neighbours"})
    void nothingIsLost(Triple triple) {
        var outcome = NotebookMerge.of(triple.base(), triple.local(), triple.remote());

        assertEquals(
                List.of(),
                NotebookParts.lost(triple.base(), triple.local(), triple.remote(), outcome));
    }

    @ParameterizedTest
    @MethodSource({"triples", "neighbours"})
    void whatIsWrittenIsWhatWasMerged(Triple triple) {
        var merged = NotebookMerge.of(triple.base(), triple.local(), triple.remote()).notebook();

        var difference = NotebookDiff.between(merged, RandomVersions.reread(merged));
        assertTrue(difference.isEmpty(), difference::toString);
    }

    @ParameterizedTest
    @MethodSource("triples")
    void oneEditAloneIsTheResult(Triple triple) {
        for (var edited : List.of(triple.local(), triple.remote())) {
            var ofRemote = NotebookMerge.of(triple.base(), triple.base(), edited);
            var ofLocal = NotebookMerge.of(triple.base(), edited, triple.base());
            var ofBoth = NotebookMerge.of(triple.base(), edited, edited);
            for (var outcome : List.of(ofRemote, ofLocal, ofBoth)) {
                assertEquals(List.of(), outcome.conflicts());
                var difference = NotebookDiff.between(edited, outcome.notebook());
                assertTrue(difference.isEmpty(), difference::toString);
            }
        }
    }

    @Test
    void theMultilevelCaseIsMergedAsNbdimeDoesIt() {
        var all = NbdimeCases.notebooks();
        var stem = "nbdime_tests_files_multilevel-test-";

        var outcome =
                NotebookMerge.of(
                        Objects.requireNonNull(all.get(stem + "base")),
                        Objects.requireNonNull(all.get(stem + "local")),
                        Objects.requireNonNull(all.get(stem + "remote")));

        var expected = Objects.requireNonNull(all.get(stem + "merged"));
        assertEquals(
                expected.cells().stream().map(Cell::source).toList(),
                outcome.notebook().cells().stream().map(Cell::source).toList());
        assertEquals(List.of(), outcome.conflicts());
    }
}
