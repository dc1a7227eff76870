package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.Tool;
import org.cellist.kernel.runtime.ToolOutcome;
import org.cellist.kernel.runtime.discovery.CatalogReader;
import org.cellist.kernel.runtime.discovery.Host;
import org.jspecify.annotations.Nullable;

/// Starts programs of a kernel's environment beside the kernel.
///
/// The rule is that of kernels (docs/decisions/0016): where the kernel needs a consent for a
/// notebook's folder, so do the programs of its environment. What the PATH leads to inside that
/// folder is never run.
///
/// Thread-safe.
public final class LocalTools {

    private final Host host;
    private final CatalogReader catalog;
    private final Supervision supervision;
    private final LaunchEnvironment environment;

    LocalTools(Host host, CatalogReader catalog) {
        this.host = host;
        this.catalog = catalog;
        this.supervision = new Supervision(host);
        this.environment = new LaunchEnvironment(host, ProcessHandle.current().pid());
    }

    /// Starts the first of the tools that is there. Blocks for some milliseconds.
    ///
    /// @param notebookFolder whose programs need a consent; null for none
    /// @param workingFolder where it runs
    public ToolOutcome start(
            List<Tool> tools,
            Kernelspec kernelspec,
            @Nullable Path notebookFolder,
            Path workingFolder) {
        var consent = catalog.consentNeeded(kernelspec, notebookFolder);
        if (consent.isPresent()) {
            return new ToolOutcome.ConsentNeeded(consent.get());
        }
        for (var tool : tools) {
            var program = program(tool, kernelspec, notebookFolder);
            if (program.isPresent()) {
                return start(tool, program.get(), kernelspec, workingFolder);
            }
        }
        return new ToolOutcome.NotFound();
    }

    /// Looks beside the interpreter, where the environment keeps its programs, and on the PATH.
    private Optional<Path> program(
            Tool tool, Kernelspec kernelspec, @Nullable Path notebookFolder) {
        var own = new ArrayList<Path>();
        var interpreter = kernelspec.interpreter();
        var beside = interpreter == null ? null : interpreter.path().getParent();
        if (beside != null) {
            own.add(beside);
        }
        if (kernelspec.environment() != null) {
            own.addAll(kernelspec.environment().programFolders());
        }
        var found = host.program(tool.name(), own);
        boolean isOwn = found.map(Path::getParent).filter(own::contains).isPresent();
        return found.filter(it -> isOwn || !catalog.reaches(notebookFolder, it));
    }

    private ToolOutcome start(Tool tool, Path program, Kernelspec kernelspec, Path workingFolder) {
        var command = new ArrayList<String>();
        command.add(program.toString());
        command.addAll(tool.arguments());
        var builder = new ProcessBuilder(supervision.wrapTool(command));
        builder.directory(workingFolder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment.of(kernelspec, LaunchOptions.DEFAULT));
        builder.environment().put("PYTHONSAFEPATH", "1");
        try {
            return new ToolOutcome.Started(tool, builder.start());
        } catch (IOException e) {
            return new ToolOutcome.Refused(tool, String.valueOf(e.getMessage()));
        }
    }
}
