package org.cellist.app.ui.workbench.snippets;

import java.nio.file.Path;
import org.cellist.app.explain.Explanation;
import org.cellist.app.explain.FileProblemWords;
import org.cellist.app.explain.ReadProblemWords;
import org.cellist.app.snippets.SnippetShelf;
import org.cellist.app.snippets.SnippetShelf.Saved;
import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.text.Texts;

/// Says what is wrong with files of snippets. Immutable.
final class SnippetWords {

    private final Texts texts = Texts.of("snippets");
    private final FileProblemWords files = new FileProblemWords();
    private final ReadProblemWords notebooks = new ReadProblemWords();

    /// Names a file that was left out, and says why; empty for one that was not.
    String of(OpenOutcome outcome) {
        return switch (outcome) {
            case OpenOutcome.Opened _ -> "";
            case OpenOutcome.NotANotebook(var path, var problem) ->
                    unread(path, notebooks.explain(problem));
            case OpenOutcome.Unreadable problem -> unread(problem.path(), files.explain(problem));
        };
    }

    private String unread(Path path, Explanation why) {
        return texts.get("unread", String.valueOf(path.getFileName()), why.happened());
    }

    /// Says why a snippet was not saved; empty if it was.
    String of(Saved saved) {
        return switch (saved) {
            case Saved.Done _ -> "";
            case Saved.Unread(var outcome) -> of(outcome);
            case Saved.Guarded(var file) ->
                    texts.get("save.guarded", String.valueOf(file.getFileName()));
            case Saved.Failed(var outcome) -> of(outcome);
        };
    }

    /// Says why a file or a folder was not written; empty if it was.
    String of(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Saved _ -> "";
            case SaveOutcome.ChangedOnDisk _ -> texts.get("save.changed", SnippetShelf.OWN);
            case SaveOutcome.NotSaved problem -> files.explain(problem);
        };
    }
}
