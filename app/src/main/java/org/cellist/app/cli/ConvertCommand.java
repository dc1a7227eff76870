package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `cellist convert`: writes notebooks in other forms, many in one process.
///
/// A notebook that cannot be converted is named, and the rest go on.
///
/// Confined to the calling thread.
final class ConvertCommand implements Command {

    private final Texts texts = Texts.of("cli");
    private final Syntax syntax = new Syntax(texts);
    private final PrintWriter err;

    ConvertCommand(PrintWriter err) {
        this.err = err;
    }

    @Override
    public CommandSpec spec() {
        return syntax.command("convert")
                .addPositional(syntax.files("convert.files", "label.notebook", true))
                .addOption(
                        syntax.required("convert.to", ConvertFormat.class, "label.format", "--to"))
                .addOption(
                        syntax.option(
                                "convert.output", Path.class, "label.folder", "-o", "--output"));
    }

    @Override
    public int run(ParseResult parsed) {
        List<Path> sources = parsed.matchedPositionalValue(0, List.of());
        ConvertFormat format = parsed.matchedOptionValue("--to", ConvertFormat.NOTEBOOK);
        Path output = parsed.matchedOptionValue("-o", null);
        Path folder = output != null && isFolder(output, sources) ? output : null;
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new ParameterException(
                    parsed.commandSpec().commandLine(), texts.get("convert.no-folder", folder));
        }
        var targets = new Targets(sources);
        int failed = 0;
        for (var source : sources) {
            var file = folder == null ? output : null;
            if (!convert(new Conversion(source, format, file, folder), targets)) {
                failed++;
            }
        }
        if (failed > 0 && sources.size() > 1) {
            err.println(texts.get("convert.failed", failed, sources.size()));
        }
        return failed == 0 ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static boolean isFolder(Path output, List<Path> sources) {
        return sources.size() > 1 || Files.isDirectory(output) || output.toString().endsWith("/");
    }

    private boolean convert(Conversion conversion, Targets targets) {
        return switch (NotebookSource.of(conversion.source())) {
            case NotebookSource.Refused(var why) -> {
                err.println(why);
                yield false;
            }
            case NotebookSource.Read(var file) -> convert(conversion, file, targets);
        };
    }

    private boolean convert(Conversion conversion, NotebookFile file, Targets targets) {
        var source = conversion.source();
        var target = conversion.target(file.notebook());
        var refusal = targets.refusal(source, target);
        if (refusal != null) {
            err.println(refusal);
            return false;
        }
        var problem = conversion.write(file, target);
        err.println(problem == null ? texts.get("convert.done", source, target) : problem);
        return problem == null;
    }
}
