package org.cellist.app.notebook.find;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.model.Cell;
import org.jspecify.annotations.Nullable;

/// What one search found in each cell, for the next one.
///
/// Cells are compared by identity: each edit makes a new one. Immutable.
public final class KnownMatches {

    /// Nothing is known.
    public static final KnownMatches NONE = new KnownMatches(null, Map.of());

    private final @Nullable FindQuery query;
    private final Map<Cell, List<Match>> matches;

    private KnownMatches(@Nullable FindQuery query, Map<Cell, List<Match>> matches) {
        this.query = query;
        this.matches = matches;
    }

    /// @param matches an identity map that nobody changes any more
    static KnownMatches of(FindQuery query, IdentityHashMap<Cell, List<Match>> matches) {
        return new KnownMatches(query, matches);
    }

    /// Returns what the query finds in the cell, or null when that is not known.
    @Nullable List<Match> of(FindQuery asked, Cell cell) {
        return asked.equals(query) ? matches.get(cell) : null;
    }
}
