package org.cellist.app.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
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
