package org.cellist.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.cli.Console;
import org.cellist.app.cli.ExitCodes;
import org.cellist.app.cli.WindowBenchmark;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.workbench.measure.WindowMeasure;

/// The program's entry. Its arguments are a command, see [org.cellist.app.cli.Cli].
///
/// Loads no class of JavaFX: `--help` and `--version` must answer at once and without a display.
///
/// Confined to the main thread.
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(Console.run(Main::openWindow, Main::measure, arguments));
    }

    private static int openWindow(List<Path> files) throws IOException {
        try {
            new Wiring(SettingsStore.ofThisPerson()).openWindow(files);
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCodes.INTERRUPTED;
        }
    }

    /// Measures a copy, with settings of its own: nothing of the person's is changed.
    private static String measure(WindowBenchmark.Kind kind, Path file) throws IOException {
        var folder = Files.createTempDirectory("cellist-bench");
        try (var settings = SettingsStore.open(folder.resolve("settings.properties"))) {
            var copy = Files.copy(file, folder.resolve(file.getFileName()));
            var measure =
                    switch (kind) {
                        case START -> WindowMeasure.START;
                        case SCROLL -> WindowMeasure.SCROLL;
                        case TYPE -> WindowMeasure.TYPE;
                        case STALL -> WindowMeasure.STALL;
                        case FLOOD -> WindowMeasure.FLOOD;
                        case WALK -> WindowMeasure.WALK;
                    };
            return new Wiring(settings).measure(measure, copy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var each : files.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
