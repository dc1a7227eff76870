package org.cellist.app.ui.editor.completion;

import java.util.List;

/// What came of the question how code may go on. Immutable.
public sealed interface CompletionAnswer {

    /// Each suggestion stands for the units from `start` to before `end` of the code asked about.
    record Found(int start, int end, List<Suggestion> suggestions) implements CompletionAnswer {
        public Found {
            suggestions = List.copyOf(suggestions);
        }
    }

    /// The kernel was not asked, or did not answer.
    record Missing(Lack why) implements CompletionAnswer {}
}
