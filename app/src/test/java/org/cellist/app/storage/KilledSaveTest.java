package org.cellist.app.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes, killed by SIGKILL while they save.
class KilledSaveTest {

    private static final int LONGEST_LIFE_MILLIS = 100;

    @TempDir private Path folder;
    private final NotebookFiles files = new NotebookFiles();

    @Test
    void aProcessKilledWhileItSavesLeavesAWholeVersion() throws IOException, InterruptedException {
        killMany(20);
    }

    @Test
    @Tag("long")
    void hundredsOfKilledProcessesEachLeaveAWholeVersion()
            throws IOException, InterruptedException {
        killMany(300 * Integer.getInteger("cellist.long", 1));
    }

    private void killMany(int kills) throws IOException, InterruptedException {
        var path = folder.resolve("노트 북.ipynb");
        var random = new Random(7);
        for (int i = 0; i < kills; i++) {
            killOne(path, random.nextInt(LONGEST_LIFE_MILLIS));

            var opened = assertInstanceOf(OpenOutcome.Opened.class, files.open(path), "kill " + i);
            var cells = opened.file().notebook().cells();
            assertEquals(2, cells.size());
            assertEquals(cells.get(0).source(), cells.get(1).source());
            var number = Integer.parseInt(cells.get(0).source().split(" ", 2)[0]);
            assertEquals(
                    SavedInALoop.version(number).cells().get(0).source(), cells.get(0).source());
        }

        var longAgo = FileTime.from(Instant.now().minusSeconds(120));
        for (var left : names()) {
            Files.setLastModifiedTime(folder.resolve(left), longAgo);
        }
        files.open(path);
        assertEquals(List.of("노트 북.ipynb"), names());
    }

    private void killOne(Path path, int life) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var whole = System.getProperty("surefire.test.class.path");
        var classPath = whole == null ? System.getProperty("java.class.path") : whole;
        var process =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dsun.jnu.encoding=UTF-8",
                                "-cp",
                                classPath,
                                SavedInALoop.class.getName(),
                                path.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertEquals("begun", out.readLine());
            if (process.waitFor(life, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("it ended by itself: " + out.readLine());
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private List<String> names() throws IOException {
        try (var left = Files.list(folder)) {
            return left.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
