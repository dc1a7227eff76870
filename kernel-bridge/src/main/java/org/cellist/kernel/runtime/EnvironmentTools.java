package org.cellist.kernel.runtime;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What this machine has to make Python environments with. Runs nothing.
///
/// Thread-safe. Its methods read files and may block for tens of milliseconds.
public interface EnvironmentTools {

    /// Returns the Pythons that a new environment can be made of, the best first: those of the
    /// system, of pyenv and of conda, but no venvs.
    List<PythonEnvironment> pythons();

    /// Returns a program of the PATH; never one that may have come with a notebook's folder.
    ///
    /// @param notebookFolder null when no notebook is meant
    Optional<Path> program(String name, @Nullable Path notebookFolder);

    /// Returns the system's package without which this Python makes no venv, as on Debian; empty
    /// where nothing is missing.
    Optional<String> missingPackage(PythonEnvironment python);

    /// Returns how this system gets a Python, best first: commands as a person would type them,
    /// and last the address of a page. Never empty.
    List<String> waysToPython();

    /// Returns the folder of the environments that lie beside no notebook; it may not exist yet.
    /// What lies in it is found without consent.
    Path ownFolder();
}
