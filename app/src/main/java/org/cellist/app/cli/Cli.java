package org.cellist.app.cli;

import java.io.PrintWriter;
import java.util.Set;
import org.cellist.app.text.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The program's command line, for arguments that ask for no window.
///
/// Built by hand, without annotations and their reflection, because `--help` has 400 ms in all.
///
/// Immutable.
public final class Cli {

    private static final Set<String> FIRST_WORDS =
            Set.of("run", "convert", "kernels", "bench", "--help", "-h", "--version");

    private final Texts texts = Texts.of("cli");
    private final PrintWriter out;
    private final PrintWriter err;

    /// @param out where answers go
    /// @param err where complaints go
    public Cli(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /// Returns whether the arguments ask for the command line. All others are files for the
    /// window.
    public static boolean isMeantBy(String... arguments) {
        return arguments.length > 0 && FIRST_WORDS.contains(arguments[0]);
    }

    /// Does what the arguments ask for.
    ///
    /// @return the exit code: 0, or 2 for wrong usage
    public int run(String... arguments) {
        return new CommandLine(spec()).setOut(out).setErr(err).execute(arguments);
    }

    private CommandSpec spec() {
        var spec = CommandSpec.create().name("cellist");
        spec.usageMessage()
                .description(texts.get("description"))
                .customSynopsis(texts.get("synopsis"));
        spec.version("Cellist " + Version.current());
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description(texts.get("help"))
                        .build());
        spec.addOption(
                OptionSpec.builder("--version")
                        .versionHelp(true)
                        .description(texts.get("version"))
                        .build());
        return spec;
    }
}
