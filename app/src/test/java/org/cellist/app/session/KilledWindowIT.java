package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.kernel.KernelBridge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A window that is killed while a cell prints, and opened again: the cell prints on, and the
/// notebook has each line once, in order.
class KilledWindowIT {

    /// From the start of the program to the kill: before it has found the kernel, while it takes
    /// over what was said, while it saves, while it follows.
    private static final int LATEST_KILL_MILLIS = 2500;

    @TempDir private Path folder;

    @AfterEach
    void endKernels() throws Exception {
        var kept = new KernelBridge(null, _ -> true, keeper()).kept().orElseThrow();
        for (var each : kept.sessions()) {
            kept.stop(each.id(), Duration.ZERO);
        }
        endKeeper();
    }

    /// It writes into the test's folder.
    private void endKeeper() throws Exception {
        var address = Files.readString(keeper().resolve("v1/address.json"));
        var id = Pattern.compile("\"pid\": *([0-9]+)").matcher(address);
        assertTrue(id.find(), address);
        var process = ProcessHandle.of(Long.parseLong(id.group(1)));
        if (process.isPresent()) {
            process.get().destroyForcibly();
            process.get().onExit().get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void tenKillsLoseNoLineAndDoubleNone() throws Exception {
        isKilledAndOpenedAgain(10, new Random().nextLong());
    }

    @Test
    @Tag("long")
    void twoHundredKillsLoseNoLineAndDoubleNone() throws Exception {
        isKilledAndOpenedAgain(200, new Random().nextLong());
    }

    private void isKilledAndOpenedAgain(int times, long seed) throws Exception {
        var random = new Random(seed);
        var notebook = notebook();
        var window = start(notebook, "run");
        assertEquals("running", firstWord(window), "seed " + seed);
        kill(window);
        for (int i = 1; i < times; i++) {
            var next = start(notebook, "resume");
            next.waitFor(random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS);
            kill(next);
        }
        Files.createFile(folder.resolve("enough"));
        var last = start(notebook, "resume");
        try (BufferedReader words = last.inputReader()) {
            assertTrue(words.lines().anyMatch("done"::equals), "seed " + seed);
        }

        var lines = printed(notebook);
        var counted = IntStream.range(0, lines.size()).mapToObj(Integer::toString).toList();
        assertEquals(counted, lines, "seed " + seed);
        assertEquals(Files.readString(folder.resolve("count")), Integer.toString(lines.size()));
    }

    private static void kill(Process window) throws InterruptedException {
        window.destroyForcibly().waitFor();
    }

    private static String firstWord(Process window) throws IOException {
        return window.inputReader().readLine();
    }

    private Path keeper() {
        return folder.resolve("keeper");
    }

    private Path notebook() throws IOException {
        var notebook = folder.resolve("a.ipynb");
        Files.writeString(
                notebook,
                """
                {"cells":[{"cell_type":"code","id":"loop","source":"%s","metadata":{},
                  "execution_count":null,"outputs":[]}],
                 "metadata":{"kernelspec":{"name":"python3","display_name":"Python 3"}},
                 "nbformat":4,"nbformat_minor":5}
                """
                        .formatted(
                                "import os, time\\n"
                                        + "i = 0\\n"
                                        + "while not os.path.exists('enough'):\\n"
                                        + "    print(i)\\n"
                                        + "    i += 1\\n"
                                        + "    time.sleep(0.003)\\n"
                                        + "open('count', 'w').write(str(i))\\n"
                                        + "None"));
        return notebook;
    }

    private Process start(Path notebook, String what) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWindow.class.getName(),
                        notebook.toString(),
                        keeper().toString(),
                        what);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<String> printed(Path notebook) {
        var cell = (CodeCell) PlayedSession.opened(notebook).notebook().cells().getFirst();
        var text = new StringBuilder();
        for (var output : cell.outputs().items()) {
            text.append(text(output));
        }
        return text.toString().lines().toList();
    }

    private static String text(CellOutput output) {
        return output instanceof Text printed ? printed.text().text() : output.toString();
    }
}
