package org.cellist.app.notebook.find;

/// What became of a query. Immutable.
public sealed interface QueryOutcome {

    record Usable(SearchPattern pattern) implements QueryOutcome {}

    /// There is nothing to look for.
    record Empty() implements QueryOutcome {}

    /// The text is no regular expression.
    ///
    /// @param index about where, in UTF-16 units of the text; -1 when that is not known
    record Faulty(PatternFault fault, int index) implements QueryOutcome {}
}
