package org.cellist.app.ui.notebook.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.notebook.words.CodeNames.Name;

/// The names that the code of a notebook uses, seen from one of its cells.
///
/// Asked with every key while no kernel answers: it reads each cell once, and only the one that is
/// typed in anew.
///
/// Confined to one thread.
public final class NotebookWords {

    private static final int MOST_UNITS =
            200_000; // of all cells, from the one in question outwards
    private static final int MOST_OF_A_CELL = 20_000;
    private static final int MOST_WORDS = 1000;

    private final Map<CellId, CodeNames> read = new HashMap<>();

    /// Returns the names, the nearest first; not the one at the caret.
    ///
    /// @param cells of the notebook
    /// @param here the cell in question
    /// @param caret in its code
    /// @param members only those that follow a dot somewhere
    public List<String> near(List<Cell> cells, CellId here, int caret, boolean members) {
        if (read.size() > 2 * cells.size()) {
            read.clear(); // most belong to cells that are gone
        }
        int index = indexOf(cells, here);
        var words = new LinkedHashSet<String>();
        int left = MOST_UNITS - collect(cells, index, caret, here, members, words);
        for (int away = 1; away < cells.size() && left > 0 && words.size() < MOST_WORDS; away++) {
            left -= collect(cells, index - away, Integer.MAX_VALUE, here, members, words);
            left -= collect(cells, index + away, 0, here, members, words);
        }
        return words.stream().limit(MOST_WORDS).toList();
    }

    private static int indexOf(List<Cell> cells, CellId id) {
        int index = 0;
        while (index < cells.size() && !cells.get(index).id().equals(id)) {
            index++;
        }
        return index;
    }

    /// Adds the names of a cell; returns how much code was read.
    ///
    /// @param near the place in its code that is nearest to the caret; the end, if beyond it
    private int collect(
            List<Cell> cells,
            int index,
            int near,
            CellId here,
            boolean members,
            SequencedSet<String> words) {
        if (index < 0 || index >= cells.size() || !isCode(cells.get(index), here)) {
            return 0;
        }
        var code = cells.get(index);
        int length = code.source().length();
        int place = Math.min(near, length);
        int from = Math.clamp(place - MOST_OF_A_CELL / 2, 0, Math.max(0, length - MOST_OF_A_CELL));
        int to = Math.min(length, from + MOST_OF_A_CELL);
        boolean isHere = code.id().equals(here);
        namesOf(code, from, to).all().stream()
                .filter(name -> name.followsDot() || !members)
                .filter(name -> !(isHere && isTyped(name, place)))
                .sorted(Comparator.comparingInt(name -> Math.abs(name.start() - place)))
                .forEach(name -> words.add(name.text()));
        return to - from;
    }

    /// Whoever asks types code, whatever the cell is called: a script is one cell.
    private static boolean isCode(Cell cell, CellId here) {
        return cell instanceof CodeCell || cell.id().equals(here);
    }

    private static boolean isTyped(Name name, int caret) {
        return name.start() < caret && caret <= name.end();
    }

    private CodeNames namesOf(Cell code, int from, int to) {
        var known = read.get(code.id());
        if (known == null || !known.isOf(code.source(), from, to)) {
            known = CodeNames.in(code.source(), from, to);
            read.put(code.id(), known);
        }
        return known;
    }
}
