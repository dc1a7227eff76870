package org.cellist.app.settings;

import java.nio.file.Path;
import java.util.List;

/// What of this computer a notebook's kernels compute on, where a person chose that.
///
/// @param devices the GPUs, each as one line that whoever wrote it reads again; none for the CPU
///     alone
///
/// Immutable.
public record ComputesOn(Path notebook, List<String> devices) {

    public ComputesOn {
        devices = List.copyOf(devices);
    }
}
