package org.cellist.app.ui.workbench.search;

import org.cellist.app.notebook.find.PatternFault;
import org.cellist.app.storage.search.FolderSummary;

/// How a search of a folder stands. Immutable.
public sealed interface SearchState {

    /// Nothing was asked for yet.
    record Idle() implements SearchState {}

    /// It goes on.
    ///
    /// @param matches how many were found until now
    record Running(int matches) implements SearchState {}

    /// It has ended.
    ///
    /// @param matches how many were found
    /// @param inFiles in how many files
    record Done(int matches, int inFiles, FolderSummary summary) implements SearchState {}

    /// The text is no regular expression.
    record Faulty(PatternFault fault) implements SearchState {}
}
