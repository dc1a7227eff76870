package org.cellist.app.notebook.find;

import org.cellist.app.notebook.model.CellOutput;

/// What a match in an output says, and which of the places with these words it is. A terminal shows
/// text otherwise than it was written, and from its end; words it can find again.
///
/// Immutable.
///
/// @param words the match, up to the end of its first line
/// @param later how many times they stand after it
public record MatchedWords(String words, int later) {

    /// Longer outputs would take too long to look through at a key.
    private static final int MOST = 8 << 20;

    /// Nothing to find again.
    public static final MatchedWords NONE = new MatchedWords("", 0);

    /// Returns the words of a match in that output; [#NONE] when it has none.
    public static MatchedWords of(CellOutput output, Match match) {
        var text = OutputText.of(output);
        if (match.end() > text.length() || text.length() > MOST) {
            return NONE;
        }
        var words = text.substring(match.start(), match.end());
        int lineEnd = words.indexOf('\n');
        words = lineEnd < 0 ? words : words.substring(0, lineEnd);
        if (words.isEmpty()) {
            return NONE;
        }
        int later = 0;
        int at = text.indexOf(words, match.start() + 1);
        while (at >= 0) {
            later++;
            at = text.indexOf(words, at + 1);
        }
        return new MatchedWords(words, later);
    }
}
