package org.cellist.app.notebook.find;

import java.util.List;

/// How a search ended. Immutable.
public sealed interface FindOutcome {

    /// The matches in the order of the notebook.
    ///
    /// @param isCut whether there are more of them than are looked for
    /// @param known lets the next search leave out cells that are the same
    record Found(List<Match> matches, boolean isCut, KnownMatches known) implements FindOutcome {
        public Found {
            matches = List.copyOf(matches);
        }
    }

    /// It was ended before.
    record Ended(SearchEnd end) implements FindOutcome {}
}
