package org.cellist.app.ui.editor.fold;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What is left out of very long words in text that wraps, such as a picture that is kept within
/// the text: their middle, as far as no caret is in it. JavaFX takes seconds to wrap such a word.
///
/// A word is what has no space and nothing but ASCII: prose in Chinese or Japanese has no spaces
/// either. All lengths are UTF-16 units.
///
/// @param longest words that are longer have gaps
/// @param edge what is shown of both ends of a word in any case
/// @param around what is shown on both sides of a caret
/// @param near a caret is not to come nearer to a gap
/// @param shortest gaps that are shorter are not worth it
///
/// Immutable.
public record WordGaps(int longest, int edge, int around, int near, int shortest)
        implements TextGaps {

    public static final WordGaps USUAL = new WordGaps(2000, 100, 300, 100, 500);

    /// Where a word was found. Immutable.
    private record Word(int start, int end) {}

    @Override
    public SeenColumns shown(SeenColumns seen) {
        return seen;
    }

    /// Rows come and go under the window; what is left out of them is the same.
    @Override
    public boolean isShown(SeenColumns seen, SeenColumns shown) {
        return true;
    }

    @Override
    public boolean isLong(CharSequence line) {
        return line.length() > longest && !longWords(line).isEmpty();
    }

    @Override
    public boolean isAnyLong(String text) {
        return isLong(text);
    }

    @Override
    public List<Fold> in(String text, Collection<Integer> carets, SeenColumns shown) {
        var gaps = new ArrayList<Fold>();
        for (var word : longWords(text)) {
            var ranges = new ShownRanges();
            ranges.add(word.start, word.start + edge);
            ranges.add(word.end - edge, word.end);
            for (int caret : carets) {
                if (caret >= word.start && caret <= word.end) {
                    ranges.add(caret - around, caret + around);
                }
            }
            ranges.addGaps(text, shortest, Fold::cut, gaps);
        }
        return gaps;
    }

    @Override
    public List<Fold> besides(String text, Fold gap, int from, int to) {
        var gaps = new ArrayList<Fold>();
        var shown = new ShownRanges();
        shown.add(gap.start(), gap.start());
        shown.add(from - around, to + around);
        shown.add(gap.end(), gap.end());
        shown.addGaps(text, shortest, Fold::cut, gaps);
        return gaps;
    }

    /// A word that is longer than `longest` covers a multiple of it: only there is looked.
    private List<Word> longWords(CharSequence text) {
        var words = new ArrayList<Word>();
        for (int at = longest; at < text.length(); at += longest) {
            boolean isKnown = !words.isEmpty() && at < words.getLast().end;
            if (!isKnown && isOfWord(text.charAt(at))) {
                var word = wordAt(text, at);
                if (word.end - word.start > longest) {
                    words.add(word);
                }
            }
        }
        return words;
    }

    private static Word wordAt(CharSequence text, int at) {
        int start = at;
        while (start > 0 && isOfWord(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && isOfWord(text.charAt(end))) {
            end++;
        }
        return new Word(start, end);
    }

    private static boolean isOfWord(char unit) {
        return unit > ' ' && unit < 0x7F;
    }
}
