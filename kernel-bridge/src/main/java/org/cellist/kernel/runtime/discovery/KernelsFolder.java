package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;

/// A folder whose subfolders are kernelspecs.
///
/// @param path the folder named `kernels`
/// @param source what kind of place it is
/// @param environment the environment it belongs to, if it belongs to one
///
/// Immutable.
record KernelsFolder(Path path, KernelspecSource source, @Nullable PythonEnvironment environment) {

    /// Returns the folder below a Jupyter data folder.
    static KernelsFolder ofData(Path data, KernelspecSource source) {
        return new KernelsFolder(data.resolve("kernels"), source, null);
    }

    static KernelsFolder of(PythonEnvironment environment) {
        return new KernelsFolder(
                environment.prefix().resolve("share").resolve("jupyter").resolve("kernels"),
                KernelspecSource.ENVIRONMENT,
                environment);
    }
}
