package org.cellist.app.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.cellist.app.environment.InstallProblem.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real environments of a real Python, whose pip finds the wheels that the test makes and asks no
/// index. Its Python is the one beside the newest ipykernel.
class EnvironmentIT {

    private static final Path PYTHON =
            Path.of("..", ".venvs", "ipykernel-newest", "bin", "python")
                    .toAbsolutePath()
                    .normalize();

    @TempDir private Path root;

    private final Noted noted = new Noted();
    private Path folder = Path.of("");

    @BeforeEach
    void makeWheels() throws IOException {
        assertTrue(Files.exists(PYTHON), "type once: sh .build/setup-kernels.sh");
        Wheels.make(root, "ipykernel", "0.1", "");
        Wheels.make(root, "cellist_tiny", "1.0", "");
        Wheels.make(root, "cellist_tiny", "2.0", "");
        Wheels.make(root, "cellist_needy", "1.0", "Requires-Dist: cellist_tiny<2\n");
        folder = root.resolve("한글 project/.venv");
    }

    @Test
    void packagesAreInstalledIntoANewEnvironment() throws Exception {
        EnvironmentMaking.start(order(List.of("cellist_tiny==1.0")), noted);

        assertInstanceOf(EnvironmentOrder.class, noted.end(), noted.lines::toString);
        assertTrue(Files.isExecutable(folder.resolve("bin/python")));
        assertEquals(List.of("cellist_tiny==1.0", "ipykernel==0.1"), frozen());
    }

    @Test
    void aRequirementsFileIsReadByPip() throws Exception {
        var file = root.resolve("requirements.txt");
        Files.writeString(file, "# comment\ncellist_tiny \\\n  >=1.5\n");

        EnvironmentMaking.start(order(List.of("-r", file.toString())), noted);

        assertInstanceOf(EnvironmentOrder.class, noted.end(), noted.lines::toString);
        assertEquals(List.of("cellist_tiny==2.0", "ipykernel==0.1"), frozen());
    }

    @Test
    void aPackageThatNobodyHasIsNamedAndNothingIsLeft() throws Exception {
        EnvironmentMaking.start(order(List.of("cellist_nothing")), noted);

        var problem = assertInstanceOf(InstallProblem.class, noted.end());
        assertEquals(Kind.NO_PACKAGE, problem.kind());
        assertEquals("cellist_nothing", problem.subject());
        assertFalse(Files.exists(folder));
    }

    @Test
    void packagesThatExcludeEachOtherAreSaid() throws Exception {
        EnvironmentMaking.start(order(List.of("cellist_needy", "cellist_tiny==2.0")), noted);

        assertEquals(Kind.CONFLICT, assertInstanceOf(InstallProblem.class, noted.end()).kind());
    }

    @Test
    void aBrokenRequirementsFileIsSaidWithItsLine() throws Exception {
        var file = root.resolve("requirements.txt");
        Files.writeString(file, "cellist_tiny\nthis is $(touch hurt) no package\n");

        EnvironmentMaking.start(order(List.of("-r", file.toString())), noted);

        var problem = assertInstanceOf(InstallProblem.class, noted.end());
        assertEquals(Kind.BAD_LINE, problem.kind());
        assertFalse(Files.exists(folder));
    }

    @Test
    void aNameThatAShellWouldRunIsOnlyAName() throws Exception {
        var trap = root.resolve("trap");

        EnvironmentMaking.start(
                order(List.of("cellist_tiny; touch " + trap, "$(touch " + trap + ")")), noted);

        assertInstanceOf(InstallProblem.class, noted.end());
        assertFalse(Files.exists(trap));
    }

    private EnvironmentOrder order(List<String> packages) {
        var arguments = new ArrayList<>(List.of("--no-index", "--find-links", root.toString()));
        arguments.addAll(packages);
        return new EnvironmentOrder(folder, new Maker.Venv(PYTHON, arguments));
    }

    private List<String> frozen() throws Exception {
        var process =
                new ProcessBuilder(folder.resolve("bin/python").toString(), "-m", "pip", "freeze")
                        .start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return lines.lines().sorted().toList();
    }
}
