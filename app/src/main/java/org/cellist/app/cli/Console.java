package org.cellist.app.cli;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;

/// The process's standard streams, for the command line. The one class that may touch them.
///
/// Thread-safe.
public final class Console {

    private Console() {}

    /// Does what the arguments ask for, with the process's own streams.
    ///
    /// @param window called when the arguments ask for it, and loaded only then
    /// @param benchmark likewise
    /// @return the exit code
    public static int run(WindowStarter window, WindowBenchmark benchmark, String... arguments) {
        var out = new PrintWriter(System.out, true, charset("stdout.encoding"));
        var err = new PrintWriter(System.err, true, charset("stderr.encoding"));
        var cli = new Cli(out, Console::write, err, isTerminal(), window, benchmark);
        int code = cli.run(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /// Returns what is typed or piped in.
    static BufferedReader input() {
        return new BufferedReader(new InputStreamReader(System.in, charset("stdin.encoding")));
    }

    private static void write(byte[] bytes) {
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }

    @SuppressWarnings("SystemConsoleNull") // it is null again since JDK 25 (JDK-8351435)
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private static Charset charset(String property) {
        var name = System.getProperty(property);
        return name == null ? Charset.defaultCharset() : Charset.forName(name);
    }
}
