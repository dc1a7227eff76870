package org.cellist.kernel.runtime;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How one kernel gets onto this machine: what to run, or what to read. Runs nothing itself.
///
/// @param kernel the kernel's own name: `ipykernel`, `IRkernel`
/// @param method who installs it
/// @param commands program and arguments, to be run one after the other; empty for `BY_HAND`
/// @param needsRoot whether the commands need the machine's administrator
/// @param environment the Python environment that it goes into, if it goes into one
/// @param consentPath what must be agreed to before the commands run, because their program lies
///     in or above the notebook's folder; null if nothing
/// @param homepage where the kernel's authors explain it
///
/// Immutable.
public record InstallRecipe(
        String kernel,
        Method method,
        List<List<String>> commands,
        boolean needsRoot,
        @Nullable PythonEnvironment environment,
        @Nullable Path consentPath,
        URI homepage) {

    public InstallRecipe {
        commands = commands.stream().map(List::copyOf).toList();
    }

    /// Who installs a kernel. Immutable.
    public enum Method {
        /// Debian's and Ubuntu's package manager.
        APT,
        /// pip of the environment.
        PIP,
        /// conda, into the environment.
        CONDA,
        /// The language's own package manager.
        LANGUAGE,
        /// A person who reads the homepage.
        BY_HAND
    }
}
