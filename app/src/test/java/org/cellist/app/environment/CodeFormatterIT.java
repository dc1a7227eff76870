package org.cellist.app.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cellist.app.environment.CodeFormatter.Outcome;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The real programs: Debian's black, and ruff beside the newest ipykernel.
class CodeFormatterIT {

    private static final Path DEBIAN = Path.of("/usr/bin/python3");
    private static final Path NEWEST =
            Path.of("..", ".venvs", "ipykernel-newest", "bin", "python")
                    .toAbsolutePath()
                    .normalize();

    @TempDir Path folder;

    static Stream<CodeFormatter> programs() {
        return Stream.of(program("black", DEBIAN), program("ruff", NEWEST));
    }

    private static CodeFormatter program(String name, Path python) {
        return CodeFormatter.of(spec(python)).stream()
                .filter(it -> it.name().equals(name) && it.command().size() == 1)
                .findFirst()
                .orElseGet(
                        () ->
                                fail(
                                        name
                                                + " is missing; type once: sh .build/setup.sh test"
                                                + " && sh .build/setup-kernels.sh"));
    }

    private static Kernelspec spec(Path python) {
        return new Kernelspec(
                "python3",
                new KernelspecFile(
                        List.of(python.toString()),
                        "Python 3",
                        "python",
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY),
                KernelspecSource.ENVIRONMENT,
                null,
                new Interpreter(python, null),
                null,
                null);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void codeIsLaidOutWithItsLettersOfEveryScript(CodeFormatter program) throws Exception {
        var outcome = program.format("x  =  '한국어 😀'\nf( x )\n", folder);

        assertEquals(new Outcome.Formatted("x = \"한국어 😀\"\nf(x)\n"), outcome);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatIsNoPythonIsRefusedWithItsLine(CodeFormatter program) throws Exception {
        var outcome = program.format("x = 1\ny = foo bar\n", folder);

        assertEquals(2, assertInstanceOf(Outcome.Refused.class, outcome).line());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSettingsOfTheFolderHold(CodeFormatter program) throws Exception {
        Files.writeString(
                folder.resolve("pyproject.toml"),
                "[tool.black]\nline-length = 20\n[tool.ruff]\nline-length = 20\n");

        var outcome = program.format("f(first_one, second_one)\n", folder);

        var code = assertInstanceOf(Outcome.Formatted.class, outcome).code();
        assertEquals("f(\n    first_one,\n    second_one,\n)\n".strip(), code.strip());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void modulesOfTheFolderAreNotRun(CodeFormatter program) throws Exception {
        var trap = folder.resolve("sprung");
        var code = "open(" + '"' + trap + '"' + ", \"w\")\n";
        for (var name : List.of("black.py", "click.py", "ruff.py", "sitecustomize.py")) {
            Files.writeString(folder.resolve(name), code);
        }

        program.format("x=1\n", folder);

        assertEquals(false, Files.exists(trap));
    }

    @Test
    void anEnvironmentWithoutAnyHasNone() throws Exception {
        var python = Files.createSymbolicLink(folder.resolve("python3"), DEBIAN);
        var ruff = CodeFormatter.of(spec(python)).getFirst();

        assertEquals(List.of(python.toString(), "-m", "ruff"), ruff.command());
        assertEquals(new Outcome.Missing(), ruff.format("x=1\n", folder));
    }
}
