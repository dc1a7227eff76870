package org.cellist.app.ui.editor.completion;

/// What came of the question what stands at a place. Immutable.
public sealed interface InspectionAnswer {

    /// The kernel answered.
    ///
    /// @param words perhaps with a terminal's colours; empty when nothing is known
    record Found(String words) implements InspectionAnswer {}

    /// The kernel was not asked, or did not answer.
    record Missing(Lack why) implements InspectionAnswer {}
}
