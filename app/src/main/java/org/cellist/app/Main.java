package org.cellist.app;

import org.cellist.app.cli.Console;

/// The program's entry. Its arguments are a command, see [org.cellist.app.cli.Cli].
///
/// Loads no class of JavaFX: `--help` and `--version` must answer at once and without a display.
///
/// Confined to the main thread.
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        System.exit(Console.run(arguments));
    }
}
