package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CliTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<List<Path>> opened = new ArrayList<>();
    private final Cli cli =
            new Cli(
                    new PrintWriter(out, true),
                    new PrintWriter(err, true),
                    false,
                    files -> {
                        opened.add(files);
                        return 7;
                    },
                    (kind, file) -> kind + " " + file);

    @Test
    void filesAreForTheWindowAndItsExitCodeIsTheProcesss() {
        assertEquals(7, cli.run("a.ipynb", "b c.ipynb"));

        assertEquals(List.of(List.of(Path.of("a.ipynb"), Path.of("b c.ipynb"))), opened);
    }

    @Test
    void aWindowThatCannotBeOpenedIsAFailureWithItsReason() {
        WindowStarter noDisplay =
                _ -> {
                    throw new IOException("no display");
                };
        var without =
                new Cli(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false,
                        noDisplay,
                        (kind, file) -> kind + " " + file);

        assertEquals(1, without.run("a.ipynb"));
        assertEquals(1, without.run());
        assertTrue(err.toString().contains("no display"), err::toString);
    }

    @Test
    void noArgumentsAskForAnEmptyWindow() {
        assertEquals(7, cli.run());

        assertEquals(List.of(List.of()), opened);
    }

    @Test
    void aFileNamedLikeACommandIsOpenedByItsPath() {
        assertEquals(7, cli.run("./run"));

        assertEquals(List.of(List.of(Path.of("./run"))), opened);
    }

    @Test
    void helpOpensNoWindow() {
        assertEquals(0, cli.run("--help"));
        assertTrue(out.toString().contains("run"), out::toString);
        assertEquals(List.of(), opened);
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
