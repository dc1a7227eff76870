package org.cellist.app.environment.installed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.environment.Wheels;
import org.cellist.app.environment.installed.PackageComparison.Other;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real environment with a real IPython is listed, and a list is put back by the code for it.
/// IPython is that of the newest ipykernel, which the environment sees besides its own packages.
class RestoringIT {

    private static final Path NEWEST =
            Path.of("..", ".venvs", "ipykernel-newest").toAbsolutePath().normalize();

    @TempDir Path root;
    private Path python = Path.of("");

    @BeforeEach
    void makeEnvironment() throws Exception {
        var base = NEWEST.resolve("bin/python");
        assertTrue(Files.exists(base), "type once: sh .build/setup-kernels.sh");
        run(base.toString(), "-m", "venv", root.resolve("venv").toString());
        python = root.resolve("venv/bin/python");
        var site = run(python.toString(), "-c", "import site; print(site.getsitepackages()[0])");
        var newest = run(base.toString(), "-c", "import site; print(site.getsitepackages()[0])");
        Files.writeString(Path.of(site.strip()).resolve("newest.pth"), newest);
        Wheels.make(root, "cellist_tiny", "1.0", "");
        Wheels.make(root, "cellist_tiny", "2.0", "");
        Wheels.make(root, "cellist_more", "1.0", "");
        install("cellist_tiny==1.0");
    }

    @Test
    void theListIsWhatPipFreezes() throws Exception {
        var frozen = run(python.toString(), "-m", "pip", "freeze").lines().sorted().toList();

        assertEquals(frozen, installed().lines().stream().sorted().toList());
    }

    @Test
    void whatAFolderGaveIsNamedAndNotListed() throws Exception {
        var wheel = Wheels.make(root, "cellist_own", "3.0", "");
        run(python.toString(), "-m", "pip", "install", "--no-index", wheel.toString());

        var installed = installed();

        assertTrue(installed.lines().stream().noneMatch(it -> it.contains("cellist_own")));
        assertEquals(List.of("cellist_own==3.0 (" + address(wheel) + ")"), installed.local());
    }

    @Test
    void theCodePutsTheListBack() throws Exception {
        var wanted = List.of("cellist_tiny==2.0", "cellist_more==1.0");
        var before = PackageComparison.of(wanted, installed());
        assertEquals(List.of(new Other("cellist_tiny", "2.0", "1.0")), before.others());
        assertEquals(List.of("cellist_more==1.0"), before.missing());

        var lines = new ArrayList<>(List.of("--no-index", "--find-links " + root));
        lines.addAll(wanted);
        var trap = root.resolve("trap");
        lines.add("x$(touch " + trap + ")");
        var code = RestoringCode.of("한글", lines, installed().installer());
        run(python.toString(), "-m", "IPython", "--colors=NoColor", "-c", code.text());

        assertEquals(
                new PackageComparison(2, List.of(), List.of(), List.of()),
                PackageComparison.of(wanted, installed()));
        assertTrue(Files.notExists(trap));
        assertEquals(1, code.leftOut().size());
    }

    private static String address(Path file) {
        return file.toUri().toString();
    }

    private void install(String what) throws Exception {
        run(
                python.toString(),
                "-m",
                "pip",
                "install",
                "--no-index",
                "--find-links",
                root.toString(),
                what);
    }

    private InstalledPackages installed() throws Exception {
        var question = InstalledPackages.question().expression();
        var script = root.resolve("ask.py");
        Files.writeString(
                script,
                "import json\nprint(json.dumps(("
                        + question
                        + ")._repr_mimebundle_()['application/json']))\n");
        var json = run(python.toString(), script.toString());
        return InstalledPackages.read(RawJson.parse(json.getBytes(StandardCharsets.UTF_8)).value())
                .orElseThrow();
    }

    private String run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("IPYTHONDIR", root.resolve("ipython").toString());
        builder.environment().put("PIP_DISABLE_PIP_VERSION_CHECK", "1");
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
