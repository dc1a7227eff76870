package org.cellist.app.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.language.Problem.Severity;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemReaderTest {

    @Test
    void aProblemKeepsItsPlaceItsWordsAndItsRule() {
        var told = diagnostic(1, 4, 5, DiagnosticSeverity.Warning, "odd", "Pyright");
        told.setCode("reportOdd");

        assertEquals(
                List.of(
                        new Problem(
                                VirtualDocumentTest.id(0),
                                4,
                                5,
                                Severity.WARNING,
                                "odd",
                                "reportOdd")),
                read("x = y", told));
    }

    @Test
    void matterOfStyleAndHintsAreLeftOut() {
        assertEquals(
                List.of(),
                read(
                        "import os",
                        diagnostic(1, 0, 9, null, "'os' imported but unused", "pyflakes"),
                        diagnostic(1, 7, 9, DiagnosticSeverity.Hint, "anything", "Pyright")));
    }

    @Test
    void cellsMayWaitOutsideFunctionsOnly() {
        var source = "await f()\nfor x in y:\n    await f()\ndef g():\n    await f()";
        var words = "\"await\" allowed only within async function";

        var problems =
                read(
                        source,
                        diagnostic(1, 0, 5, null, words, "Pyright"),
                        diagnostic(3, 4, 9, null, words, "Pyright"),
                        diagnostic(5, 4, 9, null, words, "Pyright"));

        assertEquals(List.of(49), problems.stream().map(Problem::start).toList());
    }

    @Test
    void whatIpythonTakesInCellsIsNoProblemThere() {
        var source = "from __future__ import x\nget_ipython().magic()";
        var future = "Imports from __future__ must be at the beginning of the file";
        var late = "from __future__ imports must occur at the beginning of the file";

        assertEquals(
                List.of(),
                read(
                        source,
                        diagnostic(1, 0, 24, null, future, "Pyright"),
                        diagnostic(1, 0, 24, null, late, "pyflakes"),
                        diagnostic(2, 14, 19, null, "Cannot access attribute", "Pyright")));
    }

    @Test
    void bytesThatPyflakesCountsBecomeUnits() {
        var problems =
                read(
                        "print('면적', nope, 1)",
                        diagnostic(1, 16, 40, null, "undefined name 'nope'", "pyflakes"));

        assertEquals(List.of(12), problems.stream().map(Problem::start).toList());
        assertEquals(List.of(16), problems.stream().map(Problem::end).toList());
    }

    @Test
    void aPlaceWithoutWidthGetsSome() {
        var problems =
                read(
                        "f(",
                        diagnostic(1, 2, 2, null, "'(' was never closed", "Pyright"),
                        diagnostic(1, 0, 0, null, "odd", "Pyright"));

        assertEquals(List.of(1, 0), problems.stream().map(Problem::start).toList());
        assertEquals(List.of(2, 1), problems.stream().map(Problem::end).toList());
    }

    private static List<Problem> read(String source, Diagnostic... told) {
        var document =
                VirtualDocument.of(
                        VirtualDocumentTest.program(VirtualDocumentTest.notebook(source)), null);
        return new ProblemReader(document).read(List.of(told));
    }

    private static Diagnostic diagnostic(
            int line,
            int start,
            int end,
            @Nullable DiagnosticSeverity severity,
            String message,
            String source) {
        var range = new Range(new Position(line, start), new Position(line, end));
        var made = new Diagnostic(range, message);
        made.setSeverity(severity);
        made.setSource(source);
        return made;
    }
}
