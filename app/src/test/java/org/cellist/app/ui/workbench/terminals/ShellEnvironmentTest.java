package org.cellist.app.ui.workbench.terminals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShellEnvironmentTest {

    private static final Path PREFIX = Path.of("/home/ada/.venv");
    private static final Interpreter PYTHON = new Interpreter(PREFIX.resolve("bin/python"), null);
    private static final PythonEnvironment ENVIRONMENT =
            new PythonEnvironment(
                    PythonEnvironment.Kind.VENV,
                    ".venv",
                    PREFIX,
                    PYTHON,
                    List.of(PREFIX.resolve("bin")),
                    "7.1");

    @Test
    void itIsThatOfTheKernel() {
        assertEquals(Optional.of(ENVIRONMENT), ShellEnvironment.of(local(null)));
    }

    @Test
    void whatThePersonHasNotAgreedToIsNotUsed() {
        assertEquals(Optional.empty(), ShellEnvironment.of(local(PREFIX)));
    }

    @Test
    void anotherMachineHasItsOwn() {
        var there = new KernelRuntime.OnHost(FakeHosts.host("box"), FakeHosts.PYTHON, null);

        assertEquals(Optional.empty(), ShellEnvironment.of(there));
    }

    private static KernelRuntime local(@Nullable Path consent) {
        var argv = List.of(PYTHON.path().toString(), "-m", "ipykernel_launcher");
        var file =
                new KernelspecFile(
                        argv,
                        "Python 3",
                        "python",
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY);
        return new KernelRuntime.Local(
                new Kernelspec(
                        "python3",
                        file,
                        KernelspecSource.ENVIRONMENT,
                        null,
                        PYTHON,
                        ENVIRONMENT,
                        consent));
    }
}
