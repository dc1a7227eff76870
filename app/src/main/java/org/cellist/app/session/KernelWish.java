package org.cellist.app.session;

import java.util.Optional;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelMatch;
import org.cellist.kernel.runtime.KernelMatch.Closeness;
import org.cellist.kernel.runtime.Kernelspec;
import org.jspecify.annotations.Nullable;

/// What a notebook asks to run on.
///
/// @param name the `kernelspec.name` of its metadata; null if it names none
/// @param language as it spells it; null if it names none
///
/// Immutable.
record KernelWish(@Nullable String name, @Nullable String language) {

    /// What a notebook is written in that says nothing.
    private static final String USUAL = "python";

    static KernelWish of(Notebook notebook) {
        var metadata = notebook.metadata();
        var kernelspec = metadata.object("kernelspec");
        var language =
                said(kernelspec, "language")
                        .or(() -> said(metadata.object("language_info"), "name"));
        return new KernelWish(said(kernelspec, "name").orElse(null), language.orElse(null));
    }

    private static Optional<String> said(JsonObject object, String member) {
        return Optional.ofNullable(object.string(member)).filter(text -> !text.isBlank());
    }

    /// Returns what fulfils the wish: the kernelspec of that name; for a notebook without one, a
    /// kernelspec of its language; for a notebook that says neither, the nearest to Python.
    Optional<Kernelspec> from(KernelCatalog catalog) {
        boolean isUnsaid = name == null && language == null;
        return catalog.closest(name, isUnsaid ? USUAL : language).stream()
                .filter(match -> match.closeness().compareTo(needed()) <= 0)
                .map(KernelMatch::kernelspec)
                .findFirst();
    }

    private Closeness needed() {
        if (name != null) {
            return Closeness.SAME_NAME;
        }
        return language == null ? Closeness.OTHER : Closeness.SAME_LANGUAGE;
    }

    /// Returns the state of a notebook whose wish cannot be fulfilled.
    KernelState.Missing missing() {
        var said = name == null ? language : name;
        return new KernelState.Missing(said == null ? USUAL : said, language);
    }
}
