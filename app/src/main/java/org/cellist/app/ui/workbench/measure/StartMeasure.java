package org.cellist.app.ui.workbench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// How long it takes from the start of the process until cells are painted, and how much memory
/// the process has then.
///
/// Confined to the JavaFX Application Thread.
final class StartMeasure {

    /// Late work of the start, such as colours and pictures, is part of the memory.
    private static final javafx.util.Duration SETTLING = javafx.util.Duration.seconds(2);

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final Path UPTIME = Path.of("/proc/uptime");

    /// `starttime` of proc(5), the 22nd field; the first two come before what is split.
    private static final int START_FIELD = 19;

    /// The unit of times in `/proc`, whatever the kernel's own is.
    private static final double TICKS_PER_SECOND = 100;

    private static final double MILLIS = 1000;

    private final Scene scene;
    private final Consumer<String> done;
    private final PulseEnds ends;
    private @Nullable Duration painted;

    StartMeasure(Scene scene, Executor fx, Consumer<String> done) {
        this.scene = scene;
        this.done = done;
        this.ends = new PulseEnds(scene, fx, this::pulseEnded);
    }

    private void pulseEnded() {
        if (painted != null || scene.getRoot().lookup(".cell-row") == null) {
            return;
        }
        var took = processAge();
        painted = took;
        ends.stop();
        var wait = new PauseTransition(SETTLING);
        wait.setOnFinished(_ -> done.accept(json(took)));
        wait.play();
    }

    /// Returns how long this process has run. On Linux from the kernel's own clocks: the start that
    /// Java tells is counted from the machine's, which is rounded down to a second.
    private static Duration processAge() {
        try {
            var stat = Files.readString(STAT);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double started = Long.parseLong(fields[START_FIELD]) / TICKS_PER_SECOND;
            double now = Double.parseDouble(Files.readString(UPTIME).split(" ", 2)[0]);
            return Duration.ofMillis(Math.round((now - started) * MILLIS));
        } catch (IOException _) {
            var start = ProcessHandle.current().info().startInstant().orElseThrow();
            return Duration.between(start, Instant.now());
        }
    }

    private static String json(Duration painted) {
        return String.format(
                Locale.ROOT,
                "{\"painted_ms\": %d, \"rss_mb\": %s}",
                painted.toMillis(),
                residentMegabytes());
    }

    /// Returns the resident memory in 10⁶ bytes, or `null` where the system does not tell.
    private static String residentMegabytes() {
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .map(kib -> String.valueOf(Long.parseLong(kib) * 1024 / 1_000_000))
                    .findFirst()
                    .orElse("null");
        } catch (IOException _) {
            return "null";
        }
    }
}
