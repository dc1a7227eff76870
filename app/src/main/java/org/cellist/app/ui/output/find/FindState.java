package org.cellist.app.ui.output.find;

import org.cellist.app.notebook.find.PatternFault;

/// What the bar says about a search. Immutable.
public sealed interface FindState {

    /// There is nothing to look for, or nothing is known yet.
    record Idle() implements FindState {}

    /// What was found.
    ///
    /// @param index the match that the person stands at, 0 for the first
    /// @param count how many there are; 0 for none
    /// @param isCut whether there are more
    /// @param around which end was passed to get there
    record Found(int index, int count, boolean isCut, Around around) implements FindState {}

    /// So many matches were replaced.
    record Replaced(int count) implements FindState {}

    /// The text is no regular expression.
    record Faulty(PatternFault fault) implements FindState {}

    /// The pattern takes too long.
    record TooHard() implements FindState {}

    /// Which end of the notebook a step went around.
    enum Around {
        NONE,
        /// From the last match to the first.
        TO_START,
        /// From the first match to the last.
        TO_END
    }
}
