package org.cellist.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.cellist.app.cli.NotebookSource.Read;
import org.cellist.app.cli.NotebookSource.Refused;
import org.cellist.app.cli.compare.ConflictWords;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.merge.MergeOutcome;
import org.cellist.app.notebook.merge.NotebookMerge;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `cellist merge`: merges two edits of one notebook. Git may call it too.
///
/// Confined to the calling thread.
final class MergeCommand implements Command {

    private final Texts texts = Texts.of("cli");
    private final Syntax syntax = new Syntax(texts);
    private final Consumer<byte[]> bytes;
    private final PrintWriter err;

    /// @param bytes where the notebook goes when no file is named
    MergeCommand(Consumer<byte[]> bytes, PrintWriter err) {
        this.bytes = bytes;
        this.err = err;
    }

    @Override
    public CommandSpec spec() {
        return syntax.command("merge")
                .addPositional(syntax.file(0, "merge.base", "label.base"))
                .addPositional(syntax.file(1, "merge.local", "label.local"))
                .addPositional(syntax.file(2, "merge.remote", "label.remote"))
                .addOption(
                        syntax.option("merge.output", Path.class, "label.file", "-o", "--output"));
    }

    @Override
    public int run(ParseResult parsed) {
        var sides = new ArrayList<NotebookFile>();
        for (int i = 0; i < 3; i++) {
            Path path = parsed.matchedPositionalValue(i, Path.of(""));
            switch (i == 0 ? NotebookSource.ofSide(path) : NotebookSource.of(path)) {
                case Read(var file) -> sides.add(file);
                case Refused(var why) -> {
                    err.println(why);
                    return ExitCodes.USAGE;
                }
            }
        }
        var local = sides.get(1);
        var outcome =
                NotebookMerge.of(
                        sides.get(0).notebook(), local.notebook(), sides.get(2).notebook());
        Path target = parsed.matchedOptionValue("-o", null);
        var problem = write(local, outcome, target);
        if (problem != null) {
            err.println(texts.get("unwritable", target, problem));
            return ExitCodes.USAGE;
        }
        return tell(outcome);
    }

    /// Returns what went wrong, in a person's words; null if nothing did.
    private @Nullable String write(
            NotebookFile local, MergeOutcome outcome, @Nullable Path target) {
        if (target == null) {
            bytes.accept(new NotebookWriter().write(outcome.notebook()).toByteArray());
            return null;
        }
        var path = local.path();
        boolean isInPlace = path != null && RealPath.of(path).equals(RealPath.of(target));
        var refusal = isInPlace ? NotebookSource.whyNotInPlace(local) : null;
        if (refusal != null) {
            return refusal;
        }
        var saved = new NotebookFiles().saveAs(local, outcome.notebook(), target).outcome();
        return saved instanceof SaveOutcome.NotSaved problem
                ? new FileProblemWords().explain(problem)
                : null;
    }

    private int tell(MergeOutcome outcome) {
        var words = new ConflictWords(outcome.notebook());
        for (var conflict : outcome.conflicts()) {
            err.println(words.explain(conflict));
        }
        int count = outcome.conflicts().size();
        if (count > 0) {
            err.println(texts.get("merge.conflicts", count));
        }
        return count == 0 ? ExitCodes.OK : ExitCodes.DIFFERENT;
    }
}
