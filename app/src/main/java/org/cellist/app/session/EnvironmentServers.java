package org.cellist.app.session;

import java.nio.file.Path;
import java.util.List;
import org.cellist.app.language.LanguageServers;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.Tool;
import org.cellist.kernel.runtime.ToolOutcome;

/// The language servers that kernels' environments have, the one that knows most first.
///
/// Thread-safe.
public record EnvironmentServers(KernelBridge bridge) implements LanguageServers {

    private static final List<Tool> KNOWN =
            List.of(
                    new Tool("basedpyright-langserver", List.of("--stdio")),
                    new Tool("pyright-langserver", List.of("--stdio")),
                    new Tool("pylsp", List.of()));

    @Override
    public ToolOutcome start(Kernelspec kernelspec, Path notebookFolder, Path workingFolder) {
        return bridge.startTool(KNOWN, kernelspec, notebookFolder, workingFolder);
    }
}
