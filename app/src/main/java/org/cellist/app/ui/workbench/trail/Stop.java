package org.cellist.app.ui.workbench.trail;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Objects;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.workbench.port.Document;
import org.jspecify.annotations.Nullable;

/// A place that a person can come back to. Immutable.
///
/// The document is known while it is open; after that only its file is.
public final class Stop {

    private final WeakReference<@Nullable Document> document;
    private final @Nullable Path file;
    private final @Nullable PagePlace place;

    /// @param document what is shown; null for a file that was refused
    /// @param file that of the document; null for a notebook without one
    /// @param place on its page; null where that has none
    public Stop(@Nullable Document document, @Nullable Path file, @Nullable PagePlace place) {
        this.document = new WeakReference<>(document);
        this.file = file;
        this.place = place;
    }

    public @Nullable Document document() {
        return document.get();
    }

    /// Returns the file, under the name that it has now as far as that is known.
    public @Nullable Path file() {
        var known = document.get();
        return known == null ? file : known.file();
    }

    public @Nullable PagePlace place() {
        return place;
    }

    /// Returns whether a person at one of the two need not go to the other.
    boolean isSameAs(Stop other) {
        return Objects.equals(document(), other.document())
                && Objects.equals(file(), other.file())
                && Objects.equals(place, other.place);
    }
}
