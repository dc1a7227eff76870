package org.cellist.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cellist.app.bench.AttachBenchmark;
import org.cellist.app.bench.FormatBenchmark;
import org.cellist.app.bench.KernelBenchmark;
import org.cellist.app.bench.KernelStart;
import org.cellist.app.bench.NotebookGenerator;
import org.cellist.app.bench.PickerBenchmark;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.notebook.format.NotebookReader;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.text.Texts;
import org.cellist.kernel.HostBridge;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.ssh.SshPlaces;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `cellist bench`: measures, and prints one line of JSON; `bench make` makes what is measured.
///
/// Confined to the calling thread.
final class BenchCommand implements Command {

    private static final int MOST_CELLS = 1_000_000;
    private static final int MOST_MEGABYTES = NotebookReader.MAX_FILE_BYTES / 1_000_000;

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
        add(spec, attach());
        add(spec, syntax.command("bench.picker"));
        add(spec, ofFile("bench.start"));
        add(spec, ofFile("bench.scroll"));
        add(spec, ofFile("bench.type"));
        add(spec, ofFile("bench.stall"));
        add(spec, ofFile("bench.flood"));
        add(spec, ofFile("bench.walk"));
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
                        syntax.option("bench.kernel-name", String.class, "label.name", "--kernel"))
                .addOption(syntax.option("bench.host", String.class, "label.name", "--host"))
                .addOption(syntax.flag("bench.turns", "--in-turn"));
    }

    private CommandSpec attach() {
        return syntax.command("bench.attach")
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
        Path file = measure.matchedPositionalValue(0, Path.of(""));
        try {
            return switch (measure.commandSpec().name()) {
                case "make" -> make(measure, file);
                case "format" -> measured(file, () -> FormatBenchmark.of(file).json());
                case "kernel" -> measureKernel(measure);
                case "attach" -> attach(measure);
                case "picker" -> taking(() -> out.println(PickerBenchmark.take()), ExitCodes.OK);
                case "start" -> measured(file, WindowBenchmark.Kind.START);
                case "scroll" -> measured(file, WindowBenchmark.Kind.SCROLL);
                case "type" -> measuredCode(file, WindowBenchmark.Kind.TYPE);
                case "stall" -> measuredCode(file, WindowBenchmark.Kind.STALL);
                case "flood" -> measured(file, WindowBenchmark.Kind.FLOOD);
                case "walk" -> measuredCode(file, WindowBenchmark.Kind.WALK);
                default -> throw new IllegalArgumentException(measure.commandSpec().name());
            };
        } catch (InterruptedException _) {
            return ExitCodes.INTERRUPTED;
        }
    }

    private interface Measure {

        /// Returns the figures as one line of JSON.
        String take() throws IOException, InterruptedException;
    }

    private int measured(Path file, WindowBenchmark.Kind kind) throws InterruptedException {
        return measured(file, () -> window.measure(kind, file));
    }

    /// Measures what is done in the first code cell, so there must be one.
    private int measuredCode(Path file, WindowBenchmark.Kind kind) throws InterruptedException {
        if (NotebookSource.of(file) instanceof NotebookSource.Read(var read)
                && read.notebook().cells().stream().noneMatch(CodeCell.class::isInstance)) {
            err.println(texts.get("bench.nocode", file));
            return ExitCodes.USAGE;
        }
        return measured(file, kind);
    }

    /// The file is not read before: that would be a part of what is measured.
    private int measured(Path file, Measure measure) throws InterruptedException {
        boolean isThere = Files.isRegularFile(file) && Files.isReadable(file);
        if (!isThere && NotebookSource.of(file) instanceof NotebookSource.Refused(var why)) {
            err.println(why);
            return ExitCodes.USAGE;
        }
        return taking(() -> out.println(measure.take()), ExitCodes.USAGE);
    }

    private interface Measuring {

        void run() throws IOException, InterruptedException;
    }

    /// @param otherwise the exit code when nothing can be measured
    private int taking(Measuring measuring, int otherwise) throws InterruptedException {
        try {
            measuring.run();
            return ExitCodes.OK;
        } catch (IOException e) {
            err.println(texts.get("bench.failed", String.valueOf(e.getMessage())));
            return otherwise;
        }
    }

    private int attach(ParseResult options) throws InterruptedException {
        String name = options.matchedOptionValue("--kernel", "python3");
        return taking(() -> out.println(AttachBenchmark.take(name)), ExitCodes.KERNEL);
    }

    private int measureKernel(ParseResult options) throws InterruptedException {
        String name = options.matchedOptionValue("--kernel", "python3");
        String host = options.matchedOptionValue("--host", "");
        if (!host.isEmpty()) {
            try (var hosts = new HostBridge(SshPlaces.usual())) {
                return measureThere(hosts, host, name, options);
            }
        }
        var bridge = Bridges.ofThisPerson();
        var folder = Path.of("").toAbsolutePath();
        var kernelspec = bridge.kernels(folder).named(name).orElse(null);
        if (kernelspec == null) {
            new KernelTroubleWords(bridge, folder).missing(name, null).forEach(err::println);
            return ExitCodes.KERNEL;
        }
        return measureKernel(KernelStart.here(bridge, kernelspec), options);
    }

    private int measureThere(HostBridge hosts, String host, String name, ParseResult options)
            throws InterruptedException {
        var parsed = SshHost.parse(host);
        if (parsed.isEmpty()) {
            err.println(texts.get("bench.failed", host));
            return ExitCodes.USAGE;
        }
        return measureKernel(KernelStart.there(hosts, parsed.get(), name), options);
    }

    private int measureKernel(KernelStart start, ParseResult options) throws InterruptedException {
        boolean isInTurn = options.hasMatchedOption("--in-turn");
        return taking(
                isInTurn
                        ? () -> KernelBenchmark.inTurn(start, Console.input(), out)
                        : () -> out.println(KernelBenchmark.of(start).json()),
                ExitCodes.KERNEL);
    }

    private int make(ParseResult options, Path file) {
        int cells = options.matchedOptionValue("--cells", 20);
        int megabytes = options.matchedOptionValue("--mb", 0);
        long seed = options.matchedOptionValue("--seed", 1L);
        requireRange(options, "--cells", cells, 1, MOST_CELLS);
        requireRange(options, "--mb", megabytes, 0, MOST_MEGABYTES);
        var bytes = new NotebookGenerator(cells, megabytes, seed).bytes().toByteArray();
        if (new NotebookFiles().export(file, bytes) instanceof SaveOutcome.NotSaved problem) {
            var why = new FileProblemWords().explain(problem);
            err.println(texts.get("unwritable", problem.path(), why));
            return ExitCodes.USAGE;
        }
        return ExitCodes.OK;
    }

    private void requireRange(ParseResult options, String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    options.commandSpec().commandLine(),
                    texts.get("usage.range", name, value, least, most));
        }
    }
}
