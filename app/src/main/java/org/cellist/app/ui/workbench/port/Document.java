package org.cellist.app.ui.workbench.port;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.runtime.RuntimeChoices;
import org.cellist.app.ui.runtime.backup.PackageChoices;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.jspecify.annotations.Nullable;

/// One open file: what the window shows around it and asks of it.
///
/// Confined to the JavaFX Application Thread.
public interface Document {

    /// The file's name, or the name proposed for a notebook that has no file yet.
    String name();

    /// The name proposed when it is saved under a new one; not that of a file that must stay as it
    /// is.
    String proposedName();

    /// Its file, null before it was saved for the first time.
    @Nullable Path file();

    /// Makes a page that shows it; there may be several at a time.
    NotebookPage newPage();

    /// Returns whether its cells can be run; otherwise it is a text or a picture.
    boolean isNotebook();

    /// What is in it; a file that is no notebook has its text in the only cell.
    Notebook notebook();

    /// Remembers a place of a page of it, for as long as what is returned is held.
    ///
    /// @return says where the place is now, whatever was edited since; null while its cell is gone
    Supplier<@Nullable PagePlace> keep(PagePlace place);

    DocumentState state();

    CellProgress progress(CellId cell);

    KernelVariables variables();

    /// Calls back after each change of the notebook, of [#state] or of a cell's progress, at most
    /// once per pulse.
    ///
    /// @return ends the calls
    Runnable onChange(Runnable listener);

    void save(Consumer<SaveOutcome> then);

    /// Saves under another name, which is the document's from then on.
    void saveAs(Path file, Consumer<SaveOutcome> then);

    /// Takes what another program wrote to the file, in place of what is here; an undo brings that
    /// back.
    void reload();

    /// Puts what is here into a copy beside the file, and takes the file as it is.
    void keepBoth(Consumer<SaveOutcome> then);

    /// Writes what is here over what another program wrote.
    void overwrite(Consumer<SaveOutcome> then);

    /// Lets a library's file be changed.
    default void allowWriting() {}

    /// Looks whether another program has changed the file; [#state] says so.
    void lookAtFile();

    /// Puts a notice away.
    default void putAway(Notice notice) {}

    void restart();

    /// Tries at once to reach its kernel, if the connection is broken.
    void connectNow();

    /// Restarts and then runs all cells.
    void restartAndRunAll();

    RuntimeChoices runtimes();

    /// The packages that it runs with; empty where it runs none.
    default Optional<PackageChoices> packages() {
        return Optional.empty();
    }

    /// Returns the runtime that it was given; empty before.
    default Optional<KernelRuntime> runtime() {
        return Optional.empty();
    }

    /// Returns where its kernel runs; empty while it has none.
    default Optional<Place> place() {
        return Optional.empty();
    }

    /// Returns what its kernel computes on.
    default AcceleratorChoice accelerator() {
        return new AcceleratorChoice.Everything();
    }

    /// Returns the earlier versions of its file; empty when it has none, or none are kept.
    default Optional<Past> past() {
        return Optional.empty();
    }

    /// Returns the way to the machine where its file lies; empty if that is this one.
    default Optional<Away> away() {
        return Optional.empty();
    }

    /// Says that one more tab shows it, which will close it, too.
    void retain();

    /// Says that a tab no longer shows it. After the last one kernel, autosave and watch end. Does
    /// not save.
    void close();

    /// Lets the kernel run on when the document is closed, for when it is opened again.
    void keepKernel();

    /// How saving ended. Immutable.
    sealed interface SaveOutcome {

        record Saved(Path file) implements SaveOutcome {}

        /// Another program changed the file since it was read; nothing was written.
        record ChangedOnDisk() implements SaveOutcome {}

        /// Nothing was written.
        ///
        /// @param why in a person's words, with what to do next
        record Failed(String why) implements SaveOutcome {}
    }

    /// How far the run of a cell is.
    enum CellProgress {
        NOT_RUN,
        QUEUED,
        RUNNING,
        DONE,
        /// Done, and the source has changed since.
        STALE,
        FAILED
    }
}
