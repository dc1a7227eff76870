package org.cellist.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.cellist.app.bench.FormatBenchmark;
import org.cellist.app.bench.KernelBenchmark;
import org.cellist.app.bench.NotebookGenerator;
import org.cellist.app.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `cellist bench`: measures, and prints one line of JSON; `bench make` makes what is measured.
///
/// Confined to the calling thread.
final class BenchCommand implements Command {

    private final Texts texts = Texts.of("cli");
    private final Syntax syntax = new Syntax(texts);
    private final PrintWriter out;
    private final PrintWriter err;
    private final WindowBenchmark window;

    BenchCommand(PrintWriter out, PrintWriter err, WindowBenchmark window) {
        this.out = out;
        this.err = err;
        this.window = window;
    }

    @Override
    public CommandSpec spec() {
        var spec = syntax.command("bench");
        add(spec, make());
        add(spec, ofFile("bench.format"));
        add(spec, kernel());
        add(spec, ofFile("bench.start"));
        add(spec, ofFile("bench.scroll"));
        add(spec, ofFile("bench.type"));
        add(spec, ofFile("bench.stall"));
        return spec;
    }

    private static void add(CommandSpec spec, CommandSpec sub) {
        spec.addSubcommand(sub.name(), sub);
    }

    private CommandSpec make() {
        return syntax.command("bench.make")
                .addOption(syntax.option("bench.cells", Integer.class, "label.number", "--cells"))
                .addOption(syntax.option("bench.mb", Integer.class, "label.number", "--mb"))
                .addOption(syntax.option("bench.seed", Long.class, "label.number", "--seed"))
                .addPositional(syntax.file("bench.file", "label.file"));
    }

    private CommandSpec kernel() {
        return syntax.command("bench.kernel")
                .addOption(
                        syntax.option("bench.kernel-name", String.class, "label.name", "--kernel"));
    }

    private CommandSpec ofFile(String key) {
        return syntax.command(key).addPositional(syntax.file("bench.file", "label.file"));
    }

    @Override
    public int run(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            parsed.commandSpec().commandLine().usage(err);
            return ExitCodes.USAGE;
        }
        var measure = parsed.subcommand();
        try {
            run(measure.commandSpec().name(), measure);
            return ExitCodes.OK;
        } catch (IOException e) {
            err.println(texts.get("bench.failed", String.valueOf(e.getMessage())));
            return ExitCodes.USAGE;
        } catch (InterruptedException _) {
            return ExitCodes.INTERRUPTED;
        }
    }

    private void run(String what, ParseResult options) throws IOException, InterruptedException {
        Path file = options.matchedPositionalValue(0, Path.of(""));
        switch (what) {
            case "make" -> make(options, file);
            case "format" -> out.println(FormatBenchmark.of(file).json());
            case "kernel" -> out.println(kernel(options).json());
            case "start" -> out.println(window.measure(WindowBenchmark.Kind.START, file));
            case "scroll" -> out.println(window.measure(WindowBenchmark.Kind.SCROLL, file));
            case "type" -> out.println(window.measure(WindowBenchmark.Kind.TYPE, file));
            case "stall" -> out.println(window.measure(WindowBenchmark.Kind.STALL, file));
            default -> throw new IllegalArgumentException(what);
        }
    }

    private KernelBenchmark.Figures kernel(ParseResult options)
            throws IOException, InterruptedException {
        String name = options.matchedOptionValue("--kernel", "python3");
        var bridge = Bridges.ofThisPerson();
        var kernelspec = bridge.kernels(Path.of("").toAbsolutePath()).named(name);
        if (kernelspec.isEmpty()) {
            throw new IOException(texts.get("run.no-kernelspec", name));
        }
        return KernelBenchmark.of(bridge, kernelspec.get());
    }

    private static void make(ParseResult options, Path file) throws IOException {
        int cells = options.matchedOptionValue("--cells", 20);
        int megabytes = options.matchedOptionValue("--mb", 0);
        long seed = options.matchedOptionValue("--seed", 1L);
        var bytes = new NotebookGenerator(cells, megabytes, seed).bytes();
        try (var channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            bytes.writeTo(channel);
        }
    }
}
