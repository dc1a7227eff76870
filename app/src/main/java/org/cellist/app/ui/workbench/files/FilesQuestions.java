package org.cellist.app.ui.workbench.files;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.kernel.runtime.files.PlaceFiles;
import org.jspecify.annotations.Nullable;

/// What the pane of files asks a person.
///
/// Confined to the JavaFX Application Thread.
public interface FilesQuestions {

    /// What becomes of names that are taken.
    enum Clash {
        REPLACE,
        KEEP_BOTH
    }

    /// Asks whether to delete things, and says what becomes of them.
    void askDelete(List<String> names, PlaceFiles.Removal removal, Runnable delete);

    /// Asks what to do where things of these names are there already.
    void askClash(List<String> names, Consumer<Clash> then);

    /// Lets the person choose files of this computer; does not call back when they choose none.
    void chooseUploads(Consumer<List<Path>> then);

    /// Lets the person choose a folder of this computer; does not call back when they choose none.
    ///
    /// @param folder where to begin; null for the one last used
    void chooseDownloads(@Nullable Path folder, Consumer<Path> then);
}
