package org.cellist.app;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.cli.Console;
import org.cellist.app.cli.ExitCodes;
import org.cellist.app.cli.WindowBenchmark;
import org.cellist.app.settings.SettingsStore;

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

    private static int openWindow(List<Path> files) {
        try {
            new Wiring(SettingsStore.ofThisPerson()).openWindow(files);
            return 0;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ExitCodes.INTERRUPTED;
        }
    }

    private static String measure(WindowBenchmark.Kind kind, Path file) {
        throw new UnsupportedOperationException("no page is drawn yet for " + kind + ' ' + file);
    }
}
