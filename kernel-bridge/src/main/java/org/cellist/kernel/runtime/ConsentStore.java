package org.cellist.kernel.runtime;

import java.nio.file.Path;

/// Remembers which programs inside notebook folders a person agreed to run.
///
/// A port: the application keeps the answers. Thread-safe.
@FunctionalInterface
public interface ConsentStore {

    /// Agrees to nothing.
    ConsentStore NOTHING = _ -> false;

    /// Returns whether a person once agreed to run what lies at that path.
    ///
    /// @param path absolute, with its parents' links resolved, as `Kernelspec.consentPath` gave
    /// it
    boolean isGranted(Path path);
}
