package org.cellist.app.ui.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.ui.runtime.accelerator.AcceleratorChoices;
import org.cellist.app.ui.runtime.colab.ColabChoices;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices;
import org.cellist.app.ui.runtime.row.RuntimeRow;

/// The runtimes that one notebook can choose from. Implemented by the application.
///
/// All methods return at once; callbacks come on the JavaFX Application Thread.
///
/// Confined to the JavaFX Application Thread.
public interface RuntimeChoices {

    /// Looks for runtimes, the closest to what the notebook names first, and reports them,
    /// perhaps several times while more are found. Nothing inside the notebook's folder is
    /// executed.
    void find(Consumer<Found> report);

    /// The kernelspec, or the language, that the notebook names but that is not installed here.
    Optional<String> missing();

    /// Lets the notebook run on the row's runtime from now on. The kernel of the old one ends.
    void attach(RuntimeRow row);

    /// Allows, once and for all, to execute what lies at the row's path, and looks at it.
    void allow(RuntimeRow row, Consumer<RuntimeRow> then);

    /// Installs the kernel package that the row lacks.
    Installation install(RuntimeRow row, Consumer<InstallStep> report);

    /// What of this computer a kernel may compute on; empty where nobody chooses that.
    default Optional<AcceleratorChoices> accelerators() {
        return Optional.empty();
    }

    /// New Python environments of this computer; empty where none can be made.
    default Optional<EnvironmentChoices> environments() {
        return Optional.empty();
    }

    /// What can be done with Jupyter servers; empty where there are none.
    default Optional<ServerChoices> servers() {
        return Optional.empty();
    }

    /// The machines that are reached over SSH; empty where there are none.
    default Optional<HostRuntimes> hosts() {
        return Optional.empty();
    }

    /// Colab's runtimes; empty where there are none.
    default Optional<ColabChoices> colab() {
        return Optional.empty();
    }

    /// What was found so far. Immutable.
    ///
    /// @param complete whether the search has ended
    record Found(List<RuntimeRow> rows, boolean complete) {
        public Found {
            rows = List.copyOf(rows);
        }
    }

    /// How an installation goes on. Immutable.
    sealed interface InstallStep {

        /// One more line of the installer's output.
        record Line(String text) implements InstallStep {}

        /// Done; the row as it is now, or the new one that it brought.
        record Installed(RuntimeRow row) implements InstallStep {}

        /// It did not work.
        ///
        /// @param why the installer's last line or the system's message
        record Failed(String why) implements InstallStep {}
    }

    /// An installation under way.
    interface Installation {

        /// Ends the installer; it reports `Failed`.
        void cancel();
    }
}
