package org.cellist.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.app.cli.compare.ComparedFiles;
import org.cellist.app.explain.Explanation;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.explain.ReadProblemWords;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.storage.NotebookFile;
import org.cellist.app.storage.NotebookFile.Access;
import org.cellist.app.storage.NotebookFiles;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// A notebook that the command line was given. Immutable.
sealed interface NotebookSource {

    record Read(NotebookFile file) implements NotebookSource {}

    /// It is no notebook that can be read.
    ///
    /// @param why names the file and says what is wrong, in a person's words
    record Refused(String why) implements NotebookSource {}

    /// Reads the file.
    static NotebookSource of(Path path) {
        return switch (new NotebookFiles().open(path)) {
            case OpenOutcome.Opened(var file) -> new Read(file);
            case OpenOutcome.NotANotebook(_, var problem) ->
                    refused(path, new ReadProblemWords().explain(problem));
            case OpenOutcome.Unreadable unreadable ->
                    refused(path, new FileProblemWords().explain(unreadable));
        };
    }

    /// Reads one side of a comparison, where git gives an empty file or `/dev/null` for one that is
    /// not there: that is a notebook without cells.
    static NotebookSource ofSide(Path path) {
        return ComparedFiles.isNothing(path) || isEmpty(path)
                ? new Read(
                        new NotebookFile(
                                null, NewNotebook.empty(), null, new Access.Writable(), List.of()))
                : of(path);
    }

    private static boolean isEmpty(Path path) {
        try {
            return Files.isRegularFile(path) && Files.size(path) == 0;
        } catch (IOException _) {
            return false; // reading it tells what is wrong
        }
    }

    /// Returns why a notebook must not be written over its own file, or null if it may.
    static @Nullable String whyNotInPlace(NotebookFile file) {
        return switch (file.access()) {
            case Access.Writable() -> null;
            case Access.ReadOnly(var reason) -> new ReadProblemWords().explain(reason).inOneLine();
            case Access.Upgraded(var major) -> new FileProblemWords().upgraded(major);
            case Access.Library() -> new FileProblemWords().library();
        };
    }

    private static Refused refused(Path path, Explanation why) {
        return new Refused(Texts.of("cli").get("unreadable", path, why.inOneLine()));
    }
}
