package org.cellist.app.explain;

import org.cellist.app.storage.OpenOutcome;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.text.Texts;

/// Explains why a file could not be read, or a notebook not be saved. Immutable.
public final class FileProblemWords {

    private final Texts texts = Texts.of("problem");

    public Explanation explain(OpenOutcome.Unreadable problem) {
        var key =
                switch (problem.reason()) {
                    case MISSING -> "open.missing";
                    case FOLDER -> "open.folder";
                    case NOT_A_FILE -> "open.notafile";
                    case NO_PERMISSION -> "open.permission";
                    case TOO_LARGE -> "open.large";
                    case TEXT_TOO_LARGE -> "open.textlarge";
                    case BINARY -> "open.binary";
                    case OTHER -> "open.other";
                };
        return new Explanation(
                texts.get(key),
                texts.get(key + ".meaning"),
                texts.get(key + ".remedy"),
                problem.details());
    }

    /// Says in one line why a notebook is not on this disk, and what to do.
    public String explain(SaveOutcome.NotSaved problem) {
        return texts.get(
                switch (problem.reason()) {
                    case READ_ONLY_NOTEBOOK -> "save.reading";
                    case READ_ONLY_FILE -> "save.readonly";
                    case NO_PERMISSION -> "save.permission";
                    case DISK_FULL -> "save.full";
                    case FOLDER_MISSING -> "save.folder";
                    case FOLDER_READ_ONLY -> "save.folderreadonly";
                    case IS_FOLDER -> "save.isfolder";
                    case NOT_A_FILE -> "save.notafile";
                    case FOLDER_IS_FILE -> "save.isfile";
                    case OTHER -> "save.other";
                },
                problem.details());
    }

    /// Says why a file of a library is only read at first.
    public String library() {
        return texts.get("open.library");
    }

    /// Says why a notebook of an old nbformat is not saved under its name.
    public String upgraded(int majorVersion) {
        return texts.get("open.upgraded", majorVersion);
    }
}
