package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellist.app.cli.NotebookSource.Read;
import org.cellist.app.cli.NotebookSource.Refused;
import org.cellist.app.cli.compare.ColorChoice;
import org.cellist.app.cli.compare.ComparedFiles;
import org.cellist.app.cli.compare.DiffPrinter;
import org.cellist.app.notebook.diff.NotebookDiff;
import org.cellist.app.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// `cellist diff`: prints what differs between two notebooks. Git may call it too.
///
/// Git takes an external program that ends with anything but 0 for one that failed, and stops; so
/// for git it says what is wrong among the differences, and ends with 0.
///
/// Confined to the calling thread.
final class DiffCommand implements Command {

    private final Texts texts = Texts.of("cli");
    private final Syntax syntax = new Syntax(texts);
    private final Map<String, String> environment = System.getenv();
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean isTerminal;

    DiffCommand(PrintWriter out, PrintWriter err, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    @Override
    public CommandSpec spec() {
        return syntax.command("diff")
                .addPositional(syntax.files("diff.files", "label.notebook", true))
                .addOption(syntax.flag("diff.no-outputs", "--no-outputs"))
                .addOption(syntax.flag("diff.no-metadata", "--no-metadata"))
                .addOption(
                        syntax.option("diff.color", ColorChoice.class, "label.color", "--color"));
    }

    @Override
    public int run(ParseResult parsed) {
        List<Path> arguments = parsed.matchedPositionalValue(0, List.of());
        if (ComparedFiles.isUnmerged(arguments, environment)) {
            out.println(texts.get("diff.unmerged", arguments.getFirst()));
            return ExitCodes.OK;
        }
        var files =
                ComparedFiles.of(arguments)
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                parsed.commandSpec().commandLine(),
                                                texts.get("diff.two", arguments.size())));
        return switch (NotebookSource.ofSide(files.before())) {
            case Refused(var why) -> refused(files, why);
            case Read(var before) ->
                    switch (NotebookSource.ofSide(files.after())) {
                        case Refused(var why) -> refused(files, why);
                        case Read(var after) ->
                                print(
                                        files,
                                        NotebookDiff.between(before.notebook(), after.notebook()),
                                        parsed);
                    };
        };
    }

    private int refused(ComparedFiles files, String why) {
        if (files.isForGit()) {
            out.println(why);
            return ExitCodes.OK;
        }
        err.println(why);
        return ExitCodes.USAGE;
    }

    private int print(ComparedFiles files, NotebookDiff whole, ParseResult parsed) {
        ColorChoice color = parsed.matchedOptionValue("--color", ColorChoice.AUTO);
        var printer = new DiffPrinter(out, color.isColoured(isTerminal, environment));
        if (files.isForGit() && whole.isEmpty()) {
            printer.printOnlyLayout(files);
            return ExitCodes.OK;
        }
        var diff = parsed.hasMatchedOption("--no-outputs") ? whole.withoutOutputs() : whole;
        diff = parsed.hasMatchedOption("--no-metadata") ? diff.withoutMetadata() : diff;
        printer.print(files, diff);
        return files.isForGit() || diff.isEmpty() ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }
}
