package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.Tool;
import org.cellist.kernel.runtime.ToolOutcome;
import org.cellist.kernel.runtime.ToolOutcome.ConsentNeeded;
import org.cellist.kernel.runtime.ToolOutcome.NotFound;
import org.cellist.kernel.runtime.ToolOutcome.Started;
import org.cellist.kernel.runtime.discovery.CatalogReader;
import org.cellist.kernel.runtime.discovery.Host;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs of an environment beside its kernel.
class LocalToolsTest {

    private static final Tool TOOL = new Tool("cellist-test-tool", List.of("argument"));
    private static final Tool OTHER = new Tool("cellist-test-other", List.of());

    @TempDir private Path root;

    @Test
    void aToolBesideTheInterpreterIsStartedBeforeOneOnThePath() throws Exception {
        var python = program("env/bin/python", "exit 9");
        program("env/bin/cellist-test-tool", "echo \"own $1\"");
        program("path/cellist-test-tool", "echo other");

        assertEquals("own argument\n", said(start(python, root.resolve("elsewhere"), false)));
    }

    @Test
    void theFirstToolThatIsThereIsStarted() throws Exception {
        var python = program("env/bin/python", "exit 9");
        program("path/cellist-test-other", "echo other");

        assertEquals("other\n", said(start(python, root.resolve("elsewhere"), false)));
    }

    @Test
    void aToolGetsWhatIsWrittenAndEndsWithIt() throws Exception {
        var python = program("env/bin/python", "exit 9");
        program("env/bin/cellist-test-tool", "cat; sleep 1000");

        var started = assertInstanceOf(Started.class, start(python, root.resolve("n"), false));
        var process = started.process();
        process.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();

        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals("hello", said(started));
    }

    /// By as much as the window has before it.
    @Test
    void aToolLeavesTheProcessorToTheWindow() throws Exception {
        var python = program("env/bin/python", "exit 9");
        program("env/bin/cellist-test-tool", "nice");
        var own = new ProcessBuilder("nice").start();
        int ours =
                Integer.parseInt(
                        new String(own.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                                .strip());

        var tools = said(start(python, root.resolve("elsewhere"), false)).strip();

        assertEquals(Math.min(19, ours + 10), Integer.parseInt(tools));
    }

    @Test
    void nothingOfTheNotebooksFolderRunsBeforeConsent() throws Exception {
        var python = program("notebook/.venv/bin/python", "exit 9");
        program("notebook/.venv/bin/cellist-test-tool", "echo trap");

        var before = start(python, root.resolve("notebook"), false);
        var after = start(python, root.resolve("notebook"), true);

        assertEquals(new ConsentNeeded(python.toRealPath()), before);
        assertEquals("trap\n", said(after));
    }

    @Test
    void whatThePathFindsInTheNotebooksFolderNeverRuns() throws Exception {
        var python = program("env/bin/python", "exit 9");
        program("path/cellist-test-tool", "echo trap");

        assertEquals(new NotFound(), start(python, root.resolve("path"), true));
    }

    private ToolOutcome start(Path python, Path notebookFolder, boolean isAgreed) {
        var path = root.resolve("path") + ":/usr/bin:/bin";
        var host = Host.current(Map.of("PATH", path));
        var catalog = new CatalogReader(host, _ -> isAgreed, List.of());
        Kernelspec kernelspec = Kernelspecs.starting(python);
        return new LocalTools(host, catalog)
                .start(List.of(TOOL, OTHER), kernelspec, notebookFolder, root);
    }

    private Path program(String place, String script) throws IOException {
        var file = root.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private static String said(ToolOutcome outcome) throws IOException {
        var process = assertInstanceOf(Started.class, outcome).process();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
