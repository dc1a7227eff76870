package org.cellist.app.notebook.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One value in the place of another. Immutable.
///
/// @param before null where there was none
/// @param after null where there is none any more
public record Change<T>(@Nullable T before, @Nullable T after) {

    /// Returns the change, or null when both are the same.
    static <T> @Nullable Change<T> between(@Nullable T before, @Nullable T after) {
        return Objects.equals(before, after) ? null : new Change<>(before, after);
    }
}
