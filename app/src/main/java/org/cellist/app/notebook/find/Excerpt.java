package org.cellist.app.notebook.find;

import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Notebook;

/// One match with the words around it, for a list. Immutable.
///
/// It knows its cell by its position: a cell without an id in the file gets another one each time
/// the file is read.
///
/// @param index the cell's position, 0 for the first
/// @param match where it stands
/// @param line the line of the match's start, or the part of it around the match
/// @param from where the match begins in `line`, in UTF-16 units
/// @param to where it ends there
/// @param words what was matched, or the beginning of it
public record Excerpt(int index, Match match, String line, int from, int to, String words) {

    private static final int BEFORE = 14; // characters of the line
    private static final int TOGETHER = 22; // with those of the match
    private static final int AFTER = 120;
    private static final int MOST_WORDS = 200;

    /// @param text of the part in which the match is
    static Excerpt of(int index, Match match, String text) {
        int lineStart = text.lastIndexOf('\n', match.start() - 1) + 1;
        int lineEnd = text.indexOf('\n', match.start());
        int end = Math.min(match.end(), lineEnd < 0 ? text.length() : lineEnd);
        int last = lineEnd < 0 ? text.length() : lineEnd;
        int room = Math.max(BEFORE, TOGETHER - (end - match.start()));
        int first = Math.max(textStart(text, lineStart, match.start()), match.start() - room);
        first = whole(text, textStart(text, first, match.start()));
        int shownEnd = whole(text, Math.min(end, match.start() + AFTER));
        int to = whole(text, Math.min(last, shownEnd + AFTER));
        var before = (first > lineStart && !isBlank(text, lineStart, first)) ? "…" : "";
        var line = before + text.substring(first, to).replace('\t', ' ').replace('\r', ' ');
        int from = before.length() + match.start() - first;
        int most = whole(text, Math.min(match.end(), match.start() + MOST_WORDS));
        return new Excerpt(
                index,
                match,
                line,
                from,
                from + Math.max(0, shownEnd - match.start()),
                text.substring(match.start(), most));
    }

    private static int textStart(String text, int from, int to) {
        int start = from;
        while (start < to && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static boolean isBlank(String text, int from, int to) {
        return text.substring(from, to).isBlank();
    }

    /// Returns the offset, or the one before if it lies inside a surrogate pair.
    private static int whole(String text, int offset) {
        boolean isInside =
                offset > 0
                        && offset < text.length()
                        && Character.isLowSurrogate(text.charAt(offset))
                        && Character.isHighSurrogate(text.charAt(offset - 1));
        return isInside ? offset - 1 : offset;
    }

    /// Returns where the match is in a notebook that may have changed since: the same words in the
    /// same place, or in the nearest cell that has them, or else the cell in that position.
    public Match in(Notebook notebook) {
        int last = notebook.cells().size() - 1;
        if (last < 0) {
            return match;
        }
        var cell = notebook.cells().get(Math.min(index, last));
        if (!match.isInSource()) {
            return new Match(cell.id(), match.part(), match.start(), match.end());
        }
        if (cell.source().startsWith(words, match.start())
                && match.end() <= cell.source().length()) {
            return new Match(cell.id(), match.part(), match.start(), match.end());
        }
        for (int away = 0; away <= last; away++) {
            for (int at : new int[] {index - away, index + away}) {
                if (at >= 0 && at <= last && notebook.cells().get(at).source().contains(words)) {
                    return at(notebook.cells().get(at));
                }
            }
        }
        return new Match(cell.id(), match.part(), 0, 0);
    }

    private Match at(Cell cell) {
        int start = cell.source().indexOf(words);
        return new Match(cell.id(), match.part(), start, start + words.length());
    }
}
