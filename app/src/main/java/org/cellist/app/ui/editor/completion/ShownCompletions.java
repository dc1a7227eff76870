package org.cellist.app.ui.editor.completion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An open list of suggestions. Immutable.
///
/// @param start the place of the source under which it stands
/// @param matches what can be chosen, the best first; perhaps nothing
/// @param selected the index of the one that Enter takes; 0 without any
/// @param lack why the kernel's own suggestions are not here; null if they are
record ShownCompletions(int start, List<NameMatch> matches, int selected, @Nullable Lack lack) {

    ShownCompletions {
        matches = List.copyOf(matches);
    }

    /// Returns the suggestion that Enter takes, or null.
    @Nullable Suggestion choice() {
        return matches.isEmpty() ? null : matches.get(selected).suggestion();
    }

    ShownCompletions withSelected(int index) {
        return new ShownCompletions(start, matches, index, lack);
    }
}
