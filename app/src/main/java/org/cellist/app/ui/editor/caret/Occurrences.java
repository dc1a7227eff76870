package org.cellist.app.ui.editor.caret;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the same text stands elsewhere. What is a whole word is found as a whole word only; upper
/// and lower case differ. Pure.
///
/// Immutable.
final class Occurrences {

    private final String text;
    private final String wanted;
    private final boolean isWord;

    Occurrences(String text, CaretRange selected) {
        this.text = text;
        this.wanted = text.substring(selected.start(), selected.end());
        var word = wordAt(text, selected.start());
        this.isWord = word.start() == selected.start() && word.end() == selected.end();
    }

    /// Returns the word around an offset, or before it; nothing is selected where there is none.
    static CaretRange wordAt(String text, int offset) {
        int start = offset;
        while (start > 0 && isPart(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        int end = offset;
        while (end < text.length() && isPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return start < end ? new CaretRange(start, end) : CaretRange.at(offset);
    }

    private static boolean isPart(int c) {
        return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    /// Returns the first one from `from` on, beginning anew at the end, that is none of `taken`.
    Optional<CaretRange> next(int from, List<CaretRange> taken) {
        var found = all();
        int first = 0;
        while (first < found.size() && found.get(first).start() < from) {
            first++;
        }
        for (int i = 0; i < found.size(); i++) {
            var each = found.get((first + i) % found.size());
            if (taken.stream().noneMatch(other -> isOver(each, other))) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static boolean isOver(CaretRange one, CaretRange other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    List<CaretRange> all() {
        var found = new ArrayList<CaretRange>();
        int at = text.indexOf(wanted);
        while (at >= 0) {
            var range = new CaretRange(at, at + wanted.length());
            boolean fits = !isWord || wordAt(text, at).equals(range);
            if (fits) {
                found.add(range);
            }
            at = text.indexOf(wanted, fits ? range.end() : at + 1);
        }
        return found;
    }
}
