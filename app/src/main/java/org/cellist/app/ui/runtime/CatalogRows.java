package org.cellist.app.ui.runtime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cellist.app.explain.InstallLine;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelMatch.Closeness;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.LanguageNames;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;

/// Turns what was found on this machine into the picker's rows, the closest to the notebook's
/// wish first: kernels of its name and language, what would install one, and only then kernels of
/// other languages. To a notebook that wishes nothing, all languages are alike.
///
/// Immutable.
final class CatalogRows {

    private final Texts texts = Texts.of("runtime");
    private final RuntimeNames names = new RuntimeNames();

    /// A row and what it stands for: a kernelspec, or how to get one.
    record Entry(RuntimeRow row, @Nullable Kernelspec kernelspec, @Nullable InstallRecipe recipe) {}

    /// Puts everything in order.
    ///
    /// @param installs what would install the kernel that the notebook misses
    List<Entry> of(KernelCatalog catalog, Wish wish, List<InstallRecipe> installs) {
        var fitting = new ArrayList<Entry>();
        var others = new ArrayList<Entry>();
        for (var match : catalog.closest(wish.kernelspec(), wish.language())) {
            boolean fits = match.closeness() != Closeness.OTHER;
            (fits ? fitting : others).add(installed(match.kernelspec(), wish));
        }
        boolean isPython = LanguageNames.of(wish.kernelspec(), wish.language()).equals("python");
        var environments = catalog.installable().stream().map(this::environment).toList();
        var wanted =
                installs.stream()
                        .filter(recipe -> !catalog.installable().contains(recipe))
                        .map(this::wanted)
                        .toList();
        var parts =
                isPython
                        ? List.of(fitting, environments, wanted, others)
                        : List.of(fitting, wanted, others, environments);
        return parts.stream().flatMap(List::stream).toList();
    }

    /// Whether what the notebook asks for is not here: its kernelspec or, when it names none, its
    /// language.
    static boolean isMissing(KernelCatalog catalog, Wish wish) {
        if (wish.asked() == null) {
            return false;
        }
        var enough = wish.kernelspec() == null ? Closeness.SAME_LANGUAGE : Closeness.SAME_NAME;
        return catalog.closest(wish.kernelspec(), wish.language()).stream()
                .noneMatch(it -> it.closeness().compareTo(enough) <= 0);
    }

    private Entry installed(Kernelspec spec, Wish wish) {
        var row =
                new RuntimeRow(
                        spec.key(),
                        names.of(spec),
                        origin(spec),
                        detail(spec),
                        state(spec, Objects.equals(spec.key(), wish.attached())));
        return new Entry(row, spec, null);
    }

    private Entry environment(InstallRecipe recipe) {
        var environment = Objects.requireNonNull(recipe.environment());
        var row =
                new RuntimeRow(
                        "install " + environment.interpreter().path(),
                        RuntimeNames.python(environment.interpreter()),
                        origin(environment),
                        detail(environment.interpreter()),
                        state(recipe));
        return new Entry(row, null, recipe);
    }

    private Entry wanted(InstallRecipe recipe) {
        var row =
                new RuntimeRow(
                        "wanted " + recipe.kernel() + " " + recipe.method(),
                        recipe.kernel(),
                        new Origin.Wanted(),
                        texts.get("row.wanted"),
                        state(recipe));
        return new Entry(row, null, recipe);
    }

    private State state(Kernelspec spec, boolean attached) {
        if (!spec.isRunnable()) {
            return new State.Unusable(texts.get("row.nowhere", spec.argv().getFirst()));
        }
        var consent = spec.consentPath();
        if (consent != null) {
            return new State.NeedsConsent(consent.toString(), InstallLine.of(spec.argv()));
        }
        return attached ? new State.Attached() : new State.Ready();
    }

    private static State state(InstallRecipe recipe) {
        var consent = recipe.consentPath();
        if (consent != null) {
            return new State.NeedsConsent(consent.toString(), "");
        }
        if (recipe.commands().isEmpty()) {
            return new State.NeedsKernel(recipe.homepage().toString(), false);
        }
        return new State.NeedsKernel(InstallLine.of(recipe), !recipe.needsRoot());
    }

    private static Origin origin(Kernelspec spec) {
        if (spec.source() == KernelspecSource.BUILT_IN) {
            return new Origin.BuiltIn();
        }
        var environment = spec.environment();
        return environment != null && spec.source() == KernelspecSource.ENVIRONMENT
                ? origin(environment)
                : new Origin.Installed(spec.name());
    }

    private static Origin origin(PythonEnvironment environment) {
        return switch (environment.kind()) {
            case VENV -> new Origin.Venv(environment.name());
            case CONDA -> new Origin.Conda(environment.name());
            case PYENV -> new Origin.Pyenv(environment.name());
            case SYSTEM -> new Origin.OperatingSystem();
        };
    }

    private String detail(Kernelspec spec) {
        if (spec.source() == KernelspecSource.BUILT_IN) {
            return texts.get("row.builtin");
        }
        var interpreter = spec.interpreter();
        if (interpreter != null) {
            return detail(interpreter);
        }
        Path folder = spec.folder();
        return folder == null ? "" : folder.toString();
    }

    private static String detail(Interpreter interpreter) {
        var version = interpreter.version();
        return version == null
                ? interpreter.path().toString()
                : version + " \u00b7 " + interpreter.path();
    }
}
