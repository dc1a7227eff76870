package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Text;

/// Windows of one notebook whose cell prints line after line until it is told that it is enough.
///
/// Confined to the test's thread.
final class KilledWindows {

    /// From the start of the program to the kill: before it has found the kernel, while it takes
    /// over what was said, while it saves, while it follows.
    private static final int LATEST_KILL_MILLIS = 2500;

    private final Path notebook;
    private final Path work;
    private final List<String> arguments;

    /// @param folder of the notebook
    /// @param work where the kernel works
    /// @param arguments of [KilledWindow], before the last one
    KilledWindows(Path folder, Path work, List<String> arguments) throws IOException {
        this.notebook = folder.resolve("a.ipynb");
        this.work = work;
        this.arguments = List.copyOf(arguments);
        write();
    }

    /// Kills windows at random moments, and lets the last one see the run to its end.
    void areKilledAndOpenedAgain(int times, long seed) throws Exception {
        var random = new Random(seed);
        var window = start("run");
        assertEquals("running", firstWord(window), "seed " + seed);
        kill(window);
        for (int i = 1; i < times; i++) {
            var next = start("resume");
            next.waitFor(random.nextInt(LATEST_KILL_MILLIS), TimeUnit.MILLISECONDS);
            kill(next);
        }
        say(work.resolve("enough"));
        var last = start("resume");
        awaitDone(last, "seed " + seed);
        haveEachLineOnce("seed " + seed);
    }

    static void say(Path file) throws IOException {
        Files.createFile(file);
    }

    static void awaitDone(Process window, String about) throws IOException {
        try (BufferedReader words = window.inputReader()) {
            assertTrue(words.lines().anyMatch("done"::equals), about);
        }
    }

    void haveEachLineOnce(String about) throws IOException {
        var lines = printed();
        var counted = IntStream.range(0, lines.size()).mapToObj(Integer::toString).toList();
        assertEquals(counted, lines, about);
        assertEquals(
                Files.readString(work.resolve("count")), Integer.toString(lines.size()), about);
    }

    private static void kill(Process window) throws InterruptedException {
        window.destroyForcibly().waitFor();
    }

    static String firstWord(Process window) throws IOException {
        return window.inputReader().readLine();
    }

    private void write() throws IOException {
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
    }

    /// @param what `run` to run the first cell, `resume` to go on
    Process start(String what) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledWindow.class.getName(),
                                notebook.toString()));
        command.addAll(arguments);
        command.add(what);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private List<String> printed() {
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
