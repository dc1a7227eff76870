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
        var took = Duration.between(processStart(), Instant.now());
        painted = took;
        ends.stop();
        var wait = new PauseTransition(SETTLING);
        wait.setOnFinished(_ -> done.accept(json(took)));
        wait.play();
    }

    private static Instant processStart() {
        return ProcessHandle.current().info().startInstant().orElseThrow();
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
