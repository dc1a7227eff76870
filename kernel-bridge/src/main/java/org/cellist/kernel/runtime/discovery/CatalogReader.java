package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.RefusedKernelspec;
import org.cellist.kernel.runtime.RefusedKernelspec.Reason;
import org.jspecify.annotations.Nullable;

/// Lists what can run on this machine for one notebook's folder.
///
/// ### What lies in the notebook's folder
/// Whoever made the folder made those files. So a venv there is known by its pyvenv.cfg, its
/// kernel.json is not read, and it is offered with a `consentPath`. The same path is put on
/// whatever else leads into that folder, and on what another user owns.
///
/// ### Duplicates
/// An environment with ipykernel is offered once: by the kernel.json that starts its interpreter
/// if there is one, else by a kernelspec made here. Files that say the same are one.
///
/// Thread-safe. Every listing looks anew.
public final class CatalogReader {

    private final Host host;
    private final ConsentStore consents;
    private final List<Kernelspec> builtIn;
    private final FolderSafety safety;

    /// @param builtIn what comes with Cellist, listed last
    public CatalogReader(Host host, ConsentStore consents, List<Kernelspec> builtIn) {
        this.host = host;
        this.consents = consents;
        this.builtIn = List.copyOf(builtIn);
        this.safety = new FolderSafety(host);
    }

    /// Reads everything anew; takes tens of milliseconds. Executes nothing.
    ///
    /// @param notebookFolder the folder of the notebook; null if it has none yet
    public KernelCatalog list(@Nullable Path notebookFolder) {
        var rule = new ConsentRule(reach(notebookFolder), safety, consents);
        var refused = new ArrayList<RefusedKernelspec>();
        var environments = safeEnvironments(notebookFolder, refused);
        var finder = new KernelspecFinder(safety);
        places(environments).forEach(finder::search);
        refused.addAll(finder.refused());

        var resolver =
                new KernelspecResolver(
                        host,
                        rule,
                        environments.stream().map(EnvironmentFinder.Found::environment).toList());
        var installed = finder.found().stream().map(resolver::resolve).toList();
        var ofNotebook = new ArrayList<Kernelspec>();
        var made = new ArrayList<Kernelspec>();
        var installable = new ArrayList<InstallRecipe>();
        var recipes = new InstallRecipes(host);
        for (var found : environments) {
            var environment = found.environment();
            var consent = rule.forEnvironment(found);
            if (!environment.hasIpykernel()) {
                installable.add(recipes.ipykernel(environment, consent));
            } else if (installed.stream().noneMatch(it -> startsIpykernel(it, environment))) {
                (found.ofNotebook() ? ofNotebook : made)
                        .add(resolver.ipykernel(environment, consent));
            }
        }
        return new KernelCatalog(ordered(ofNotebook, installed, made), installable, refused);
    }

    /// Returns what must be agreed to before this kernelspec runs for this folder, whatever an
    /// earlier listing for another folder said.
    public Optional<Path> consentNeeded(Kernelspec kernelspec, @Nullable Path notebookFolder) {
        var path = kernelspec.consentPath();
        if (path == null && kernelspec.source() != KernelspecSource.BUILT_IN) {
            path = reached(kernelspec, reach(notebookFolder));
        }
        return Optional.ofNullable(path).filter(it -> !consents.isGranted(it));
    }

    /// Returns whether a file may have come with what lies in a notebook's folder.
    public boolean reaches(@Nullable Path notebookFolder, Path file) {
        return reach(notebookFolder).includes(file);
    }

    private NotebookReach reach(@Nullable Path notebookFolder) {
        return new NotebookReach(notebookFolder, host.home());
    }

    private static @Nullable Path reached(Kernelspec kernelspec, NotebookReach reach) {
        var folder = kernelspec.folder();
        if (folder != null && reach.includes(folder)) {
            return NotebookReach.withRealParent(folder);
        }
        var interpreter = kernelspec.interpreter();
        return interpreter != null && reach.includes(interpreter.path())
                ? NotebookReach.withRealParent(interpreter.path())
                : null;
    }

    /// Consent is asked for what the notebook's folder leads to, whatever its modes: a memory
    /// stick shows all of its files as writable. What is offered without asking must be safe.
    private List<EnvironmentFinder.Found> safeEnvironments(
            @Nullable Path notebookFolder, List<RefusedKernelspec> refused) {
        var safe = new ArrayList<EnvironmentFinder.Found>();
        for (var found : new EnvironmentFinder(host).find(notebookFolder)) {
            var environment = found.environment();
            var writable = safety.worldWritable(environment.interpreter().path());
            if (found.ofNotebook() || writable.isEmpty()) {
                safe.add(found);
            } else {
                refused.add(
                        new RefusedKernelspec(
                                environment.prefix(), Reason.WORLD_WRITABLE, writable.get()));
            }
        }
        return safe;
    }

    private List<KernelsFolder> places(List<EnvironmentFinder.Found> environments) {
        var places = new ArrayList<>(new JupyterPaths(host).folders());
        for (var found : environments) {
            if (!found.ofNotebook()) {
                places.add(KernelsFolder.of(found.environment()));
            }
        }
        return places;
    }

    private static boolean startsIpykernel(Kernelspec kernelspec, PythonEnvironment environment) {
        var its = kernelspec.environment();
        return its != null
                && its.prefix().equals(environment.prefix())
                && kernelspec.argv().stream().anyMatch(it -> it.startsWith("ipykernel"))
                && kernelspec.file().env().isEmpty();
    }

    private List<Kernelspec> ordered(
            List<Kernelspec> ofNotebook, List<Kernelspec> installed, List<Kernelspec> made) {
        var rest = new ArrayList<>(installed);
        rest.addAll(made);
        rest.sort(Comparator.comparing(Kernelspec::source));
        var all = new ArrayList<>(ofNotebook);
        all.addAll(rest);
        all.addAll(builtIn);
        var seen = new HashSet<List<Object>>();
        all.removeIf(it -> !seen.add(sameness(it)));
        return all;
    }

    /// What two kernelspecs of one name share when it makes no difference which one is started.
    private static List<Object> sameness(Kernelspec kernelspec) {
        var interpreter = kernelspec.interpreter();
        var program = interpreter == null ? kernelspec.argv().getFirst() : interpreter.path();
        var arguments = kernelspec.argv().subList(1, kernelspec.argv().size());
        return List.of(kernelspec.name(), program, arguments, kernelspec.file().env());
    }
}
