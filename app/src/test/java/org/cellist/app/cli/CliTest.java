package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Cli cli = new Cli(new PrintWriter(out, true), new PrintWriter(err, true));

    @ParameterizedTest
    @ValueSource(strings = {"run", "convert", "kernels", "bench", "--help", "-h", "--version"})
    void theFirstWordAsksForTheCommandLine(String word) {
        assertTrue(Cli.isMeantBy(word, "a.ipynb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.ipynb", "./run", "-psn_0_1"})
    void anythingElseAsksForTheWindow(String word) {
        assertFalse(Cli.isMeantBy(word, "run"));
    }

    @Test
    void noArgumentsAskForTheWindow() {
        assertFalse(Cli.isMeantBy());
    }

    @Test
    void theVersionIsTheBuilds() {
        assertEquals(0, cli.run("--version"));
        assertTrue(out.toString().matches("Cellist \\d+\\.\\d+\\.\\d+.*\\R"), out::toString);
    }

    @Test
    void anUnknownOptionIsWrongUsage() {
        assertEquals(2, cli.run("--nonsense"));
        assertTrue(err.toString().contains("--nonsense"), err::toString);
    }
}
