package org.cellist.kernel.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cellist.kernel.runtime.KernelMatch.Closeness;
import org.jspecify.annotations.Nullable;

/// Everything that one look at this machine found for one notebook's folder.
///
/// @param kernelspecs what can be started; the Java kernel is always among them. Environments of
///     the notebook's folder stand first, then the order of `KernelspecSource`
/// @param installable how each Python environment without ipykernel gets one
/// @param refused kernelspec folders that are not safe or not readable
///
/// Immutable.
public record KernelCatalog(
        List<Kernelspec> kernelspecs,
        List<InstallRecipe> installable,
        List<RefusedKernelspec> refused) {

    public KernelCatalog {
        kernelspecs = List.copyOf(kernelspecs);
        installable = List.copyOf(installable);
        refused = List.copyOf(refused);
    }

    /// Returns the kernelspec that this name means, as Jupyter compares names: without case. Of
    /// several, one that can run at once wins, then the first.
    public Optional<Kernelspec> named(String name) {
        return closest(name, null).stream()
                .filter(it -> it.closeness() == Closeness.SAME_NAME)
                .map(KernelMatch::kernelspec)
                .findFirst();
    }

    /// Returns the kernelspec of that `Kernelspec.key`.
    public Optional<Kernelspec> withKey(String key) {
        return kernelspecs.stream().filter(it -> it.key().equals(key)).findFirst();
    }

    /// Returns all kernelspecs, nearest first to what a notebook asks for: its name, then its
    /// language; among equals what runs at once before what needs consent, and that before what
    /// is broken; then the name that begins most alike.
    ///
    /// @param name the notebook's `kernelspec.name`; null if it names none
    /// @param language the notebook's language as it spells it; null if it names none
    public List<KernelMatch> closest(@Nullable String name, @Nullable String language) {
        var wanted = LanguageNames.of(name, language);
        var named = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return kernelspecs.stream()
                .map(it -> new KernelMatch(it, closeness(it, named, wanted)))
                .sorted(
                        Comparator.comparing(KernelMatch::closeness)
                                .thenComparingInt(it -> obstacles(it.kernelspec()))
                                .thenComparingInt(
                                        it -> -sameLetters(it.kernelspec().name(), named)))
                .toList();
    }

    private static Closeness closeness(Kernelspec spec, String name, String language) {
        if (spec.name().equalsIgnoreCase(name)) {
            return Closeness.SAME_NAME;
        }
        var spoken = LanguageNames.of(spec.name(), spec.language());
        return !language.isEmpty() && spoken.equals(language)
                ? Closeness.SAME_LANGUAGE
                : Closeness.OTHER;
    }

    private static int obstacles(Kernelspec spec) {
        if (!spec.isRunnable()) {
            return 2;
        }
        return spec.needsConsent() ? 1 : 0;
    }

    private static int sameLetters(String name, String wanted) {
        var lower = name.toLowerCase(Locale.ROOT);
        int length = Math.min(lower.length(), wanted.length());
        for (int i = 0; i < length; i++) {
            if (lower.charAt(i) != wanted.charAt(i)) {
                return i;
            }
        }
        return length;
    }
}
