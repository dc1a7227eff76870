package org.cellist.app.ui.workbench.trail;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.workbench.port.Document;
import org.jspecify.annotations.Nullable;

/// A place that a person can come back to. It is where its text is, whatever is edited.
///
/// The document is known while it is open; after that only its file is, and where in it the place
/// was then.
///
/// Confined to the JavaFX Application Thread.
public final class Stop {

    private final WeakReference<@Nullable Document> document;
    private final @Nullable Path file;
    private final @Nullable Supplier<@Nullable PagePlace> place;

    /// A page as it stands.
    ///
    /// @param document what is shown; null for a file that was refused
    /// @param file that of the document; null for a notebook without one
    public Stop(@Nullable Document document, @Nullable Path file) {
        this(document, file, null);
    }

    /// A place on a page.
    ///
    /// @param document what is shown; null for a file that was refused
    /// @param file that of the document; null for a notebook without one
    /// @param place says where it is now, null while it is gone; null where a page has no places
    public Stop(
            @Nullable Document document,
            @Nullable Path file,
            @Nullable Supplier<@Nullable PagePlace> place) {
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

    /// Returns where on its page; null where that has no places, and while the place is gone.
    public @Nullable PagePlace place() {
        return place == null ? null : place.get();
    }

    /// Returns whether the cell that it is in was deleted. It may come back.
    boolean isGone() {
        return place != null && place.get() == null;
    }

    /// Returns whether a person at one of the two need not go to the other.
    boolean isSameAs(Stop other) {
        return isOnPageOf(other) && Objects.equals(place(), other.place());
    }

    boolean isOnPageOf(Stop other) {
        return Objects.equals(document(), other.document()) && Objects.equals(file(), other.file());
    }
}
