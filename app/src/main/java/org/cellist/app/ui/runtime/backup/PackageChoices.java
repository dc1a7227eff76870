package org.cellist.app.ui.runtime.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.environment.installed.EnvironmentBackup;
import org.cellist.app.environment.installed.InstalledPackages;
import org.cellist.app.environment.packages.PackageFile;
import org.jspecify.annotations.Nullable;

/// The packages that one notebook runs with, and where lists of them are kept. Implemented by the
/// application.
///
/// All methods return at once; callbacks come on the JavaFX Application Thread.
///
/// Confined to the JavaFX Application Thread.
public interface PackageChoices {

    /// The notebook's name for people.
    String notebook();

    /// The notebook's file; null where it has none yet.
    @Nullable Path file();

    /// The name of the runtime that the notebook uses or would use; empty where none is chosen.
    String runtime();

    /// Asks the kernel what is installed where it runs. Starts none.
    void look(Consumer<Look> then);

    /// Starts the kernel.
    void start();

    /// Calls back when the kernel may answer otherwise.
    ///
    /// @return ends the calls
    Runnable onChange(Runnable listener);

    /// Returns the backup that the notebook itself has.
    Optional<EnvironmentBackup> kept();

    /// Puts a backup into the notebook; an undo takes it out.
    void keep(EnvironmentBackup backup);

    /// Looks for files beside the notebook that name packages, its own backup first.
    void find(Consumer<List<Path>> then);

    void read(Path file, Consumer<PackageFile.Outcome> then);

    /// Writes a file, whole or not at all, over what is there.
    ///
    /// @param then told why it could not be written; nothing when it was
    void write(Path file, String text, Consumer<Optional<String>> then);

    /// What the kernel says. Immutable.
    sealed interface Look {

        record Known(InstalledPackages packages) implements Look {}

        /// No kernel answers yet.
        ///
        /// @param isStarting whether it is being started
        record NotRunning(boolean isStarting) implements Look {}

        /// It runs code, and answers when it has ended.
        record Busy() implements Look {}

        /// Packages are known of Python alone.
        ///
        /// @param language the kernel's
        record OtherLanguage(String language) implements Look {}

        /// It could not say.
        ///
        /// @param why in its words; may be empty
        record Failed(String why) implements Look {}
    }
}
