package org.cellist.kernel.runtime.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.cellist.kernel.runtime.Kernelspec;

/// All that is needed to start a kernel's process, by this program or by another.
///
/// @param command the program and its arguments; [#CONNECTION_FILE] stands for the file that is
///     not written yet
/// @param env every variable of the process
/// @param folder where it starts
///
/// Immutable.
public record LaunchOrder(
        Kernelspec kernelspec, List<String> command, Map<String, String> env, Path folder) {

    /// The place of the connection file in a command line, as kernelspecs have it.
    static final String CONNECTION_FILE = "{connection_file}";

    public LaunchOrder {
        command = List.copyOf(command);
        env = Map.copyOf(env);
    }

    /// Returns whether the kernel speaks to whoever came last with a client's routing identity; of
    /// ipykernel that is known.
    public boolean handsOver() {
        return Ipykernel.isStartedBy(command);
    }

    List<String> command(Path connectionFile) {
        return command.stream()
                .map(it -> it.replace(CONNECTION_FILE, connectionFile.toString()))
                .toList();
    }
}
