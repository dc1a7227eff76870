package org.cellist.kernel.runtime.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.InstallRecipe.Method;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.local.EnvironmentFinder.FoundEnvironment;
import org.jspecify.annotations.Nullable;

/// How ipykernel gets into a Python environment. Immutable.
///
/// @param consentPath what must be agreed to first; null if nothing
record PipRecipe(FoundEnvironment found, @Nullable Path consentPath) {

    private static final URI HOMEPAGE = URI.create("https://ipykernel.readthedocs.io");

    InstallRecipe recipe() {
        var environment = found.environment();
        var python = environment.interpreter().path().toString();
        return switch (environment.kind()) {
            case CONDA ->
                    recipe(
                            Method.CONDA,
                            false,
                            List.of(
                                    "conda",
                                    "install",
                                    "--yes",
                                    "--prefix",
                                    environment.prefix().toString(),
                                    "ipykernel"));
            case SYSTEM ->
                    recipe(Method.APT, true, List.of("apt-get", "install", "python3-ipykernel"));
            case VENV, PYENV ->
                    recipe(Method.PIP, false, List.of(python, "-m", "pip", "install", "ipykernel"));
        };
    }

    private InstallRecipe recipe(Method method, boolean needsRoot, List<String> command) {
        return new InstallRecipe(
                "ipykernel",
                method,
                List.of(command),
                needsRoot,
                found.environment().kind() == Kind.SYSTEM ? null : found.environment(),
                consentPath,
                HOMEPAGE);
    }
}
