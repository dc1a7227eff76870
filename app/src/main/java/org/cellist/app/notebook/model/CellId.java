package org.cellist.app.notebook.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cell's identity while the notebook is open. Immutable.
///
/// It is the cell's nbformat `id` where the file has one, else Colab's `metadata.id`, else an id
/// made up in memory. Whether an id is written to the file is the writer's decision, not this
/// value's.
public record CellId(String value) {

    private static final int RANDOM_LENGTH = 8;

    /// Returns a new id as Python's nbformat makes them: the first eight digits of a random UUID.
    public static CellId random() {
        return new CellId(UUID.randomUUID().toString().substring(0, RANDOM_LENGTH));
    }

    // Written out, because a record's own are bootstrapped at run time, which a notebook of many
    // cells pays for thousands of times before they are compiled.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CellId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
