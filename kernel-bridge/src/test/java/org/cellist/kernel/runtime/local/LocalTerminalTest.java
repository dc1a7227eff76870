package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.cellist.kernel.runtime.terminal.TerminalTalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A real shell in a real pseudo-terminal.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "types what a POSIX shell understands")
class LocalTerminalTest {

    @TempDir Path folder;
    private final List<Terminal> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Terminal::close);
    }

    @Test
    void theShellSaysInWhichFolderAndWindowItIsAndWhatItReturned() throws Exception {
        var talk = new TerminalTalk(open(folder));
        talk.tryOut();
        talk.type("echo place=$(pwd -P).");
        talk.await("place=" + folder.toRealPath() + ".");

        talk.type("exit 3");

        assertEquals(new TerminalEnd.Exited(3), talk.awaitEnd());
        talk.awaitNoMore();
    }

    @Test
    void whatAProgramWroteLastIsReadAfterItHasEnded() throws Exception {
        var talk = new TerminalTalk(open(folder));

        talk.type("exec printf 'last-%s' words");

        talk.await("last-words");
        assertEquals(new TerminalEnd.Exited(0), talk.awaitEnd());
    }

    @Test
    void aProgramThatTheShellStartedIsKnownUntilItEnds() throws Exception {
        var terminal = open(folder);
        var talk = new TerminalTalk(terminal);
        talk.type("echo be''gun");
        talk.await("begun");
        assertEquals(Terminal.Work.NONE, terminal.work());

        talk.type("sh -c 'echo child-$((1+1)); cat'");
        talk.await("child-2");
        assertEquals(Terminal.Work.RUNS, terminal.work());

        terminal.write(new byte[] {4});
        talk.type("echo be''hind");
        talk.await("behind");
        assertEquals(Terminal.Work.NONE, terminal.work());
    }

    @Test
    void closingEndsTheShellAndWhatItRuns() throws Exception {
        var terminal = open(folder);
        var talk = new TerminalTalk(terminal);
        talk.type("sh -c 'echo child-$$-; exec cat'");
        talk.await("-\r\n");
        var child =
                ProcessHandle.current()
                        .descendants()
                        .filter(
                                it ->
                                        it.info()
                                                .command()
                                                .filter(c -> c.endsWith("cat"))
                                                .isPresent())
                        .findFirst()
                        .orElseThrow();

        terminal.close();

        talk.awaitEnd();
        child.onExit().get(60, TimeUnit.SECONDS);
        assertFalse(child.isAlive());
    }

    @Test
    void aFolderThatIsGoneGivesWayToTheHome() throws Exception {
        var talk = new TerminalTalk(open(folder.resolve("gone")));

        talk.type("echo place=$(pwd -P).");

        talk.await("place=" + folder.toRealPath() + ".");
    }

    @Test
    void theProgramsOfAnEnvironmentComeFirst() throws Exception {
        var bin = Files.createDirectories(folder.resolve("env/bin"));
        var program =
                Files.writeString(bin.resolve("whoami"), "#!/bin/sh\necho from-$VIRTUAL_ENV.\n");
        assertTrue(program.toFile().setExecutable(true));
        var environment =
                new PythonEnvironment(
                        PythonEnvironment.Kind.VENV,
                        "env",
                        folder.resolve("env"),
                        new Interpreter(bin.resolve("python"), null),
                        List.of(bin),
                        null);
        var variables = new LaunchEnvironment(host(System.getenv()), 1).activated(environment);
        var talk = new TerminalTalk(open(folder, variables));

        talk.type("whoami");

        talk.await("from-" + folder.resolve("env") + ".");
    }

    @Test
    void theShellIsThePersonsWhereThereIsOne() {
        assertEquals(List.of("/bin/sh"), LocalTerminal.shell(host(Map.of())));
        assertEquals(List.of("/bin/sh"), LocalTerminal.shell(host(Map.of("SHELL", "fish"))));
        assertEquals(
                List.of("/bin/sh"), LocalTerminal.shell(host(Map.of("SHELL", "/bin/no-such"))));
    }

    private Terminal open(Path where) throws IOException {
        return open(where, System.getenv());
    }

    private Terminal open(Path where, Map<String, String> inherited) throws IOException {
        var host = host(plain(System.getenv()));
        opened.add(LocalTerminal.open(host, where, plain(inherited), TerminalSize.USUAL));
        return opened.getLast();
    }

    private static Map<String, String> plain(Map<String, String> inherited) {
        var variables = new HashMap<>(inherited);
        variables.put("SHELL", "/bin/sh");
        variables.put("ENV", "");
        variables.put("TERM", "dumb");
        return variables;
    }

    private Host host(Map<String, String> variables) {
        var current = Host.current(variables);
        return new Host(
                current.os(),
                current.root(),
                Files.isDirectory(folder) ? folder : current.home(),
                variables,
                current.trustedOwners(),
                current.isAdministrator());
    }
}
