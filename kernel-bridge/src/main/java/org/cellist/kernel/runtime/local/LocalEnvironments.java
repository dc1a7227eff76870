package org.cellist.kernel.runtime.local;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.EnvironmentTools;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.discovery.CatalogReader;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.InstallRecipes;
import org.jspecify.annotations.Nullable;

/// Looks for what makes Python environments on this machine.
///
/// Thread-safe.
final class LocalEnvironments implements EnvironmentTools {

    private final Host host;
    private final CatalogReader catalog;
    private final InstallRecipes recipes;

    LocalEnvironments(Host host, CatalogReader catalog, InstallRecipes recipes) {
        this.host = host;
        this.catalog = catalog;
        this.recipes = recipes;
    }

    @Override
    public List<PythonEnvironment> pythons() {
        var found = catalog.list(null);
        var all =
                Stream.concat(
                        found.kernelspecs().stream()
                                .filter(it -> !it.needsConsent())
                                .map(Kernelspec::environment),
                        found.installable().stream()
                                .filter(it -> it.consentPath() == null)
                                .map(InstallRecipe::environment));
        var bases =
                new LinkedHashSet<>(
                        all.filter(Objects::nonNull).filter(it -> it.kind() != Kind.VENV).toList());
        return bases.stream().sorted(Comparator.comparingInt(LocalEnvironments::rank)).toList();
    }

    /// A conda environment that somebody removes takes its venvs with it.
    private static int rank(PythonEnvironment python) {
        return switch (python.kind()) {
            case SYSTEM -> 0;
            case PYENV -> 1;
            case CONDA -> 2;
            case VENV -> 3;
        };
    }

    @Override
    public Optional<Path> program(String name, @Nullable Path notebookFolder) {
        return host.program(name, List.of()).filter(it -> !catalog.reaches(notebookFolder, it));
    }

    @Override
    public Optional<String> missingPackage(PythonEnvironment python) {
        return recipes.venvPackage(python);
    }

    @Override
    public List<String> waysToPython() {
        return recipes.waysToPython();
    }

    @Override
    public Path ownFolder() {
        return host.environments();
    }
}
