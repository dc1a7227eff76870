package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import java.util.Optional;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;

/// Decides which paths a person must agree to before they run, for one notebook's folder.
///
/// What lies in the folder, or was found only because of it, may come from whoever made the
/// notebook; what another user owns may change under our hands.
///
/// Immutable.
final class ConsentRule {

    private final NotebookReach reach;
    private final FolderSafety safety;
    private final ConsentStore consents;

    ConsentRule(NotebookReach reach, FolderSafety safety, ConsentStore consents) {
        this.reach = reach;
        this.safety = safety;
        this.consents = consents;
    }

    /// Returns the interpreter to ask about, or null.
    @Nullable Path forEnvironment(EnvironmentFinder.Found found) {
        return forEnvironment(found.environment(), found.ofNotebook());
    }

    private @Nullable Path forEnvironment(PythonEnvironment environment, boolean ofNotebook) {
        var python = environment.interpreter().path();
        return ofNotebook || reach.includes(python) || !safety.isTrusted(environment.prefix())
                ? unlessGranted(NotebookReach.withRealParent(python))
                : null;
    }

    /// Returns the kernelspec's folder or its program, whichever must be asked about, or null.
    /// All absolute paths of the command line count, since a shell or a Python runs what it is
    /// told.
    ///
    /// @param program what the command line starts, if it is there
    @Nullable Path forKernelspec(
            KernelspecFinder.Found found, @Nullable Path program, @Nullable PythonEnvironment of) {
        var folder = found.folder();
        if (reach.includes(folder) || !safety.isTrusted(folder.resolve(KernelJson.NAME))) {
            return unlessGranted(NotebookReach.withRealParent(folder));
        }
        if (program != null && reach.includes(program)) {
            return unlessGranted(NotebookReach.withRealParent(program));
        }
        for (var argument : found.file().argv()) {
            var path = Host.absolute(argument).filter(reach::includes);
            if (path.isPresent()) {
                return unlessGranted(NotebookReach.withRealParent(path.get()));
            }
        }
        return of == null ? null : forEnvironment(of, false);
    }

    private @Nullable Path unlessGranted(Path path) {
        return Optional.of(path).filter(it -> !consents.isGranted(it)).orElse(null);
    }
}
