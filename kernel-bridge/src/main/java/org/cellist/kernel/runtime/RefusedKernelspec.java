package org.cellist.kernel.runtime;

import java.nio.file.Path;

/// A kernelspec folder that is not offered, and why.
///
/// @param folder the kernelspec's folder
/// @param reason what is wrong with it
/// @param culprit the file or folder that is wrong; the folder itself or one around it
///
/// Immutable.
public record RefusedKernelspec(Path folder, Reason reason, Path culprit) {

    /// Why a kernelspec is refused. Immutable.
    public enum Reason {
        /// Every user of the machine may change what it starts.
        WORLD_WRITABLE,
        /// kernel.json is not JSON, or has no argv.
        MALFORMED,
        /// kernel.json cannot be read, or is over 1 MB.
        UNREADABLE
    }
}
