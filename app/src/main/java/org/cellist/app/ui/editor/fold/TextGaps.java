package org.cellist.app.ui.editor.fold;

import java.util.Collection;
import java.util.List;

/// Which parts of a line that is too long to be laid out with each key are left out. Places are
/// UTF-16 units.
///
/// Immutable.
public sealed interface TextGaps permits LineGaps, WordGaps {

    /// Returns how near a caret may come to a gap.
    int near();

    /// Returns whether a line is to have gaps, wherever the carets are.
    boolean isLong(CharSequence line);

    /// Returns whether a text has a line that is to have gaps.
    ///
    /// @param text with `\n` for every line end
    boolean isAnyLong(String text);

    /// Returns the gaps in a text.
    ///
    /// @param text with `\n` for every line end
    /// @param carets places in it
    /// @param shown what of every line is to be shown
    List<Fold> in(String text, Collection<Integer> carets, SeenColumns shown);

    /// Returns what is left of a gap when a range of the text is to be seen.
    List<Fold> besides(String text, Fold gap, int from, int to);

    /// Returns the columns that are shown of every line when those are in sight.
    SeenColumns shown(SeenColumns seen);

    /// Returns whether those columns and what is near them are shown.
    boolean isShown(SeenColumns seen, SeenColumns shown);

    /// The gaps of texts: of those that scroll sideways, and of those that wrap. Immutable.
    record Rules(LineGaps scrolled, WordGaps wrapped) {

        public static final Rules USUAL = new Rules(LineGaps.USUAL, WordGaps.USUAL);

        public TextGaps of(boolean wraps) {
            return wraps ? wrapped : scrolled;
        }
    }
}
