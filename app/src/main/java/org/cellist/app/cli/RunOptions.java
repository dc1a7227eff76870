package org.cellist.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.cellist.app.cli.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What to run and how. Immutable.
///
/// @param target where the result is written; null to print outputs
/// @param isInPlace whether the target is the notebook's own file, by whatever name
/// @param kernel a kernelspec's name; null for the notebook's own
/// @param patience how long one cell may take; null for as long as it takes
/// @param parameters those of `-p` before those of `-r`; of one name the last counts
record RunOptions(
        Path source,
        @Nullable Path target,
        boolean isInPlace,
        @Nullable String kernel,
        @Nullable Duration patience,
        boolean allowErrors,
        List<Parameter> parameters) {

    RunOptions {
        parameters = List.copyOf(parameters);
    }

    /// Returns the folder that the kernel runs in.
    Path folder() {
        var folder = source.toAbsolutePath().normalize().getParent();
        return folder == null ? Path.of("").toAbsolutePath() : folder;
    }
}
