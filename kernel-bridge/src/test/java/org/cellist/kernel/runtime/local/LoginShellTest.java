package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginShellTest {

    @TempDir private Path folder;

    @Test
    void theLoginShellsPathReplacesTheDesktops() throws Exception {
        var shell = shell("echo welcome; echo; PATH=/opt/conda/bin:/bin; eval \"$4\"");

        var variables = withPath(Map.of("SHELL", shell, "PATH", "/bin", "A", "b"));

        assertEquals(Map.of("SHELL", shell, "PATH", "/opt/conda/bin:/bin", "A", "b"), variables);
    }

    @Test
    void theSystemsOwnShellAnswers() throws Exception {
        var home = folder.resolve("home");
        Files.createDirectories(home);
        Files.writeString(home.resolve(".profile"), "PATH=/from/profile:/usr/bin:/bin\n");
        Files.writeString(home.resolve(".bash_profile"), "PATH=/from/profile:/usr/bin:/bin\n");

        var variables =
                withPath(Map.of("SHELL", "/bin/sh", "PATH", "/bin", "HOME", home.toString()));

        assertEquals("/from/profile:/usr/bin:/bin", variables.get("PATH"));
    }

    @Test
    void inATerminalNothingIsAsked() {
        var variables = Map.of("SHELL", "/bin/false", "PATH", "/bin", "TERM", "xterm");

        assertSame(variables, withPath(variables));
    }

    @Test
    void aShellThatFailsIsNotBelieved() throws Exception {
        var variables = Map.of("SHELL", shell("exit 1"), "PATH", "/bin");

        assertEquals(variables, withPath(variables));
    }

    @Test
    void aMissingShellIsNoTrouble() {
        var variables = Map.of("SHELL", folder + "/none", "PATH", "/bin");

        assertEquals(variables, withPath(variables));
    }

    @Test
    void aShellThatHangsIsLeftBehind() throws Exception {
        var variables = Map.of("SHELL", shell("cat /dev/tty; exec sleep 600"), "PATH", "/bin");

        assertTimeout(
                Duration.ofSeconds(20),
                () ->
                        assertEquals(
                                variables,
                                LoginShell.withPath(variables, Os.LINUX, Duration.ofMillis(300))));
    }

    private static Map<String, String> withPath(Map<String, String> variables) {
        return LoginShell.withPath(variables, Os.LINUX, Duration.ofSeconds(20));
    }

    private String shell(String script) throws Exception {
        var file = folder.resolve("shell");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }
}
