package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.junit.jupiter.api.Test;

class LaunchEnvironmentTest {

    private static final Path PREFIX = Path.of("/envs/ml");

    @Test
    void aVenvIsActivated() {
        var variables =
                variables(
                        Kind.VENV,
                        Map.of("PATH", "/usr/bin", "PYTHONHOME", "/x", "CONDA_PREFIX", "/conda"),
                        Map.of());

        assertEquals("/envs/ml/bin:/usr/bin", variables.get("PATH"));
        assertEquals("/envs/ml", variables.get("VIRTUAL_ENV"));
        assertFalse(variables.containsKey("PYTHONHOME"));
        assertFalse(variables.containsKey("CONDA_PREFIX"));
    }

    @Test
    void aCondaEnvironmentIsActivated() {
        var variables = variables(Kind.CONDA, Map.of("VIRTUAL_ENV", "/v"), Map.of());

        assertEquals("/envs/ml/bin", variables.get("PATH"));
        assertEquals("/envs/ml", variables.get("CONDA_PREFIX"));
        assertEquals("ml", variables.get("CONDA_DEFAULT_ENV"));
        assertNull(variables.get("VIRTUAL_ENV"));
    }

    @Test
    void theSystemsPythonLeavesThePathAsItIs() {
        var variables = variables(Kind.SYSTEM, Map.of("PATH", "/a:/usr/bin"), Map.of());

        assertEquals("/a:/usr/bin", variables.get("PATH"));
        assertNull(variables.get("VIRTUAL_ENV"));
    }

    @Test
    void theSystemsPythonDoesNotFindTheProgramsOfWhatWasActivated() {
        var inherited =
                Map.of("PATH", "/v/bin:/a:/c/bin/:/b", "VIRTUAL_ENV", "/v", "CONDA_PREFIX", "/c");

        var variables = variables(Kind.SYSTEM, inherited, Map.of());

        assertEquals("/a:/b", variables.get("PATH"));
    }

    @Test
    void aVenvTakesThePlaceOfTheOneThatWasActivated() {
        var inherited = Map.of("PATH", "/v/bin:/usr/bin", "VIRTUAL_ENV", "/v");

        var variables = variables(Kind.VENV, inherited, Map.of());

        assertEquals("/envs/ml/bin:/usr/bin", variables.get("PATH"));
    }

    @Test
    void theKernelspecsVariablesMayReferToOthers() {
        var variables =
                variables(
                        Kind.VENV,
                        Map.of("PATH", "/usr/bin", "HOME", "/home/ada"),
                        Map.of("PATH", "/x:${PATH}", "A", "$HOME/a $$B ${NONE} $ 5"));

        assertEquals("/x:/envs/ml/bin:/usr/bin", variables.get("PATH"));
        assertEquals("/home/ada/a $B ${NONE} $ 5", variables.get("A"));
    }

    @Test
    void theCallersVariablesWin() {
        var host = host(Map.of());
        var options =
                new LaunchOptions(
                        Duration.ofSeconds(1), Map.of("A", "mine"), true, false, null, null);

        var variables =
                new LaunchEnvironment(host, 7)
                        .of(Kernelspecs.in(environment(Kind.VENV), Map.of("A", "its")), options);

        assertEquals("mine", variables.get("A"));
        assertEquals("7", variables.get("JPY_PARENT_PID"));
    }

    private static Map<String, String> variables(
            Kind kind, Map<String, String> inherited, Map<String, String> own) {
        return new LaunchEnvironment(host(inherited), 7)
                .of(Kernelspecs.in(environment(kind), own), LaunchOptions.DEFAULT);
    }

    private static Host host(Map<String, String> env) {
        return new Host(Os.LINUX, Path.of("/"), Path.of("/home/ada"), env, Set.of(), false);
    }

    private static PythonEnvironment environment(Kind kind) {
        var bin = PREFIX.resolve("bin");
        return new PythonEnvironment(
                kind,
                "ml",
                PREFIX,
                new Interpreter(bin.resolve("python3"), "3.12"),
                List.of(bin),
                null);
    }
}
