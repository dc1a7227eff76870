package org.cellist.kernel.runtime;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How patient a start is, and what the kernel's environment gets besides.
///
/// @param startTimeout from the process's start to its first answer
/// @param env variables that win over the kernelspec's own
/// @param attended whether a person is at the kernel. Where none is, ipykernel's history lasts only
///     as long as the kernel, not into a person's later shells, and its debugger is not loaded
/// @param abortsLate whether ipykernel is asked to run nothing that arrives within
///     [#ABORT_SECONDS] after an error. What it made of that, `KernelClient.askAbortTime` tells
/// @param keptFor the path of the notebook for which the kernel is kept when this program ends,
///     empty for one without; null for a kernel that ends with this program
/// @param folderThere where a new kernel works that is reached over SSH, absolute; null for the
///     folder that is called as the notebook's here
///
/// Immutable.
public record LaunchOptions(
        Duration startTimeout,
        Map<String, String> env,
        boolean attended,
        boolean abortsLate,
        @Nullable String keptFor,
        @Nullable String folderThere) {

    /// Longer than anybody waits for the next request after an error.
    public static final int ABORT_SECONDS = 86_400;

    /// One minute, as `jupyter_client` waits; nothing added.
    public static final LaunchOptions DEFAULT =
            new LaunchOptions(Duration.ofMinutes(1), Map.of(), true, false, null, null);

    public LaunchOptions {
        env = Map.copyOf(env);
    }

    /// Returns the same with these variables.
    public LaunchOptions withEnv(Map<String, String> variables) {
        return new LaunchOptions(
                startTimeout, variables, attended, abortsLate, keptFor, folderThere);
    }

    /// Returns the same for code that nobody types, as nbclient starts it.
    public LaunchOptions unattended() {
        return new LaunchOptions(startTimeout, env, false, abortsLate, keptFor, folderThere);
    }

    /// Returns the same for a kernel that is of no more use after an error.
    public LaunchOptions abortingLate() {
        return new LaunchOptions(startTimeout, env, attended, true, keptFor, folderThere);
    }

    /// Returns the same for a kernel that outlives this program.
    ///
    /// @param notebook its path; empty if it has none
    public LaunchOptions keptFor(String notebook) {
        return new LaunchOptions(startTimeout, env, attended, abortsLate, notebook, folderThere);
    }

    /// Returns the same for a kernel that works in a certain folder of the machine that it is on.
    ///
    /// @param folder an absolute path there
    public LaunchOptions inFolderThere(String folder) {
        return new LaunchOptions(startTimeout, env, attended, abortsLate, keptFor, folder);
    }
}
