package org.cellist.app.language;

import java.nio.file.Path;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.ToolOutcome;

/// Finds and starts language servers. A port.
///
/// Thread-safe. Blocks.
public interface LanguageServers {

    /// There are none.
    LanguageServers NONE = (_, _, _) -> new ToolOutcome.NotFound();

    /// Starts the server that the environment of a kernel has, or the PATH.
    ///
    /// @param notebookFolder whose programs run after a consent only
    /// @param workingFolder where the server runs
    ToolOutcome start(Kernelspec kernelspec, Path notebookFolder, Path workingFolder);
}
