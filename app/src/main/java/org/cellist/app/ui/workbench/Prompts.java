package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What the workbench asks a person. Implemented by the window; by a script in tests.
///
/// Confined to the JavaFX Application Thread.
interface Prompts {

    /// Lets the person choose notebooks; does not call back when they choose none.
    ///
    /// @param folder where to begin, null for the folder last used
    void chooseOpen(@Nullable Path folder, Consumer<List<Path>> then);

    /// Lets the person choose a file to save to; does not call back when they choose none.
    ///
    /// @param folder where to begin, null for the folder last used
    void chooseSave(String name, @Nullable Path folder, Consumer<Path> then);

    /// Lets the person choose a file that names packages; does not call back when they choose
    /// none.
    ///
    /// @param folder where to begin, null for the folder last used
    void choosePackages(@Nullable Path folder, Consumer<Path> then);

    /// Lets the person choose a folder; does not call back when they choose none.
    ///
    /// @param folder where to begin, null for the folder last used
    void chooseFolder(@Nullable Path folder, Consumer<Path> then);

    /// Says that a notebook could not be saved, and why.
    void tellNotSaved(String name, String why, Runnable saveAs);

    /// Asks what to do with a notebook that was never saved, before it closes.
    void askUnsaved(String name, Runnable saveAs, Runnable discard);

    /// Asks whether to close a notebook beside which something was typed and not applied.
    void askUnapplied(String name, Runnable discard);

    /// Asks whether the kernels of these notebooks run on when they are closed, unless that was
    /// answered before.
    ///
    /// @param then told whether they do
    void askKernels(List<String> names, Consumer<Boolean> then);

    /// Asks whether to restart a notebook's kernel, which frees its GPU and loses its variables.
    void askFreeGpu(String name, Runnable restart);

    /// Asks whether to give a machine of Colab's back, with what is on it.
    void askGiveBack(String machine, Runnable giveBack);

    /// Asks whether to close terminals in which programs may run, by the names of these.
    void askTerminals(List<String> names, Runnable close);

    /// Asks whether to stop so many copies of files that are under way.
    void askTransfers(int count, Runnable stop);

    /// Asks what to do with a notebook whose newest edits cannot be saved, before it closes.
    void askUnsavable(String name, String why, Runnable saveAs, Runnable discard);

    /// Asks whether a file of that name is to be replaced.
    void askReplace(String name, Runnable replace, Runnable saveAs);

    /// Asks whether to write over what another program wrote.
    void askChangedOnDisk(String name, Runnable overwrite, Runnable saveAs);
}
