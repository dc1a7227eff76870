package org.cellist.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.format.ReadOutcome;
import org.cellist.app.notebook.format.ReadProblem;
import org.cellist.kernel.runtime.StartFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemOfAFileHasAllItsWords(ReadProblem.Kind kind) {
        var explanation = new ReadProblemWords().explain(new ReadProblem(kind, 12, "cells[3]"));

        assertFalse(explanation.happened().isBlank());
        assertFalse(explanation.meaning().isBlank());
        assertFalse(explanation.remedy().isBlank());
        assertEquals("cells[3] byte 12", explanation.details());
    }

    @Test
    void theNameThatStandsTwiceIsSaidInBothLanguages() {
        var twice =
                "{\"cells\": [], \"metadata\": {\"a\": 1, \"a\": 2}, \"nbformat\": 4,"
                        + " \"nbformat_minor\": 5}";
        var bytes = twice.getBytes(StandardCharsets.UTF_8);
        var outcome =
                assertInstanceOf(ReadOutcome.ReadOnly.class, new NotebookReader().read(bytes));

        var english = new ReadProblemWords().explain(outcome.reason()).happened();
        Locale.setDefault(Locale.KOREAN);
        var korean = new ReadProblemWords().explain(outcome.reason()).happened();

        assertEquals("This file says the same thing twice: a.", english);
        assertEquals("같은 이름이 두 번 있습니다: a.", korean);
    }

    @Test
    void theNameOfTheWrongPlaceIsSaid() {
        var problem = new ReadProblem(ReadProblem.Kind.WRONG_TYPE, 12, "cells[3].source");

        assertTrue(new ReadProblemWords().explain(problem).happened().contains("cells[3].source"));
    }

    @Test
    void aKernelThatDidNotStartIsNamedWithItsReason() {
        var words = new StartFailureWords();

        assertEquals(
                "R cannot start: its program Rscript is not installed.",
                words.explain("R", new StartFailure.ProgramMissing("Rscript")).happened());
        assertTrue(
                words.explain("R", new StartFailure.ConsentNeeded(Path.of("/n/venv/bin/python")))
                        .meaning()
                        .contains("/n/venv/bin/python"));
        assertEquals(
                "loading",
                words.explain("R", new StartFailure.TimedOut(Duration.ofSeconds(60), "loading"))
                        .details());
    }
}
