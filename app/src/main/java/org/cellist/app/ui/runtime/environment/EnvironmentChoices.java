package org.cellist.app.ui.runtime.environment;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.InstallProblem;
import org.cellist.app.environment.packages.PackageFile;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;

/// What a new environment for one notebook can be made of. Implemented by the application.
///
/// All methods return at once; callbacks come on the JavaFX Application Thread.
///
/// Confined to the JavaFX Application Thread.
public interface EnvironmentChoices {

    /// Looks what this machine has. Runs nothing.
    void look(Consumer<Means> then);

    /// Reads a file that names packages.
    void read(Path file, Consumer<PackageFile.Outcome> then);

    /// Makes an environment and lets the notebook run on it.
    Making make(EnvironmentOrder order, Consumer<Progress> report);

    /// What this machine has. Immutable.
    ///
    /// @param pythons what an environment can be made of, best first
    /// @param uv null where it is not installed
    /// @param conda mamba, micromamba or conda; null where none is installed
    /// @param waysToPython how this system gets a Python: commands, and last an address
    /// @param beside where a new one would lie beside the notebook; null where that has no file
    /// @param own where a new one would lie in Cellist's own folder
    /// @param files what beside the notebook names packages
    record Means(
            List<Base> pythons,
            @Nullable Path uv,
            @Nullable Path conda,
            List<String> waysToPython,
            @Nullable Path beside,
            Path own,
            List<Path> files) {

        public Means {
            pythons = List.copyOf(pythons);
            waysToPython = List.copyOf(waysToPython);
            files = List.copyOf(files);
        }
    }

    /// A Python that an environment is made of. Immutable.
    sealed interface Base {

        /// One of this machine.
        ///
        /// @param missingPackage the system's package that it lacks to make a venv; null if none
        record Here(PythonEnvironment python, @Nullable String missingPackage) implements Base {}

        /// One that uv fetches.
        ///
        /// @param version such as `3.12`
        record Fetched(String version) implements Base {}
    }

    /// How the making goes on. Immutable.
    sealed interface Progress {

        /// A command was started.
        ///
        /// @param step its place among the order's commands, from 0
        record Step(int step, List<String> command) implements Progress {}

        /// More of the output, each with its line end.
        record Lines(String text) implements Progress {}

        /// It is there.
        ///
        /// @param isAttached whether the notebook runs on it now
        record Made(boolean isAttached) implements Progress {}

        /// It did not work; nothing of it is left.
        record Failed(InstallProblem problem) implements Progress {}

        /// It was given up; nothing of it is left.
        record Cancelled() implements Progress {}
    }

    /// A making under way.
    interface Making {

        /// Ends it; it reports `Cancelled`.
        void cancel();
    }
}
