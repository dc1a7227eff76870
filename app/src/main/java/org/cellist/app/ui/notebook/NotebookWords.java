package org.cellist.app.ui.notebook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;

/// The names that the code of a notebook uses, seen from one of its cells.
///
/// Reads as much code as takes no time, from the cell outwards.
///
/// Immutable.
record NotebookWords(List<Cell> cells, CellId cell) {

    private static final int MOST_UNITS = 200_000;
    private static final int MOST_WORDS = 1000;
    private static final Pattern NAME =
            Pattern.compile("\\b[\\p{L}_]\\w{2,80}\\b", Pattern.UNICODE_CHARACTER_CLASS);

    /// Returns the names, the nearest first; not the one at the caret.
    ///
    /// @param caret in the cell
    /// @param members only those that follow a dot somewhere
    List<String> near(int caret, boolean members) {
        var words = new LinkedHashSet<String>();
        int left = MOST_UNITS;
        for (var each : nearestFirst(caret)) {
            int length = each.source().length();
            int start = Math.max(0, Math.min(each.near() - left / 2, length - left));
            int end = Math.min(length, start + left);
            collect(each, start, end, members, words);
            left -= end - start;
            if (left <= 0 || words.size() >= MOST_WORDS) {
                break;
            }
        }
        return words.stream().limit(MOST_WORDS).toList();
    }

    /// The code of a cell, and the place in it that is nearest to the caret. Immutable.
    private record Code(String source, int near, boolean isHere) {

        boolean isTyped(int start, int end) {
            return isHere && start < near && near <= end;
        }
    }

    private List<Code> nearestFirst(int caret) {
        int here = 0;
        while (here < cells.size() && !cells.get(here).id().equals(cell)) {
            here++;
        }
        var nearest = new ArrayList<Code>();
        addCode(here, caret, nearest);
        for (int distance = 1; distance < cells.size(); distance++) {
            addCode(here - distance, Integer.MAX_VALUE, nearest);
            addCode(here + distance, 0, nearest);
        }
        return nearest;
    }

    private void addCode(int index, int near, List<Code> nearest) {
        if (index >= 0 && index < cells.size() && cells.get(index) instanceof CodeCell code) {
            nearest.add(
                    new Code(
                            code.source(),
                            Math.min(near, code.source().length()),
                            code.id().equals(cell)));
        }
    }

    /// A name, and how far it is from the place that is nearest to the caret. Immutable.
    private record Word(String text, int distance) {}

    /// Adds the names of a part of some code.
    private static void collect(
            Code code, int from, int to, boolean members, SequencedSet<String> words) {
        var found = new ArrayList<Word>();
        var matcher = NAME.matcher(code.source()).region(from, to).useTransparentBounds(true);
        while (matcher.find()) {
            int start = matcher.start();
            boolean followsDot = start > 0 && code.source().charAt(start - 1) == '.';
            if ((followsDot || !members) && !code.isTyped(start, matcher.end())) {
                found.add(new Word(matcher.group(), Math.abs(start - code.near())));
            }
        }
        found.sort(Comparator.comparingInt(Word::distance));
        found.forEach(word -> words.add(word.text()));
    }
}
