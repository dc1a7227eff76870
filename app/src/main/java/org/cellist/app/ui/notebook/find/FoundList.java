package org.cellist.app.ui.notebook.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// The matches of one search, in order.
///
/// Immutable.
final class FoundList {

    static final FoundList NONE = new FoundList(List.of(), false, Map.of(), Map.of());

    private final List<Match> matches;
    private final boolean isCut;
    private final Map<CellId, Integer> order;
    private final Map<CellId, List<Match>> inSources;

    private FoundList(
            List<Match> matches,
            boolean isCut,
            Map<CellId, Integer> order,
            Map<CellId, List<Match>> inSources) {
        this.inSources = inSources;
        this.matches = matches;
        this.isCut = isCut;
        this.order = order;
    }

    /// @param notebook the snapshot that was searched
    static FoundList of(Notebook notebook, List<Match> matches, boolean isCut) {
        var order = new HashMap<CellId, Integer>();
        notebook.cells().forEach(cell -> order.put(cell.id(), order.size()));
        return new FoundList(matches, isCut, order, inSources(matches));
    }

    int size() {
        return matches.size();
    }

    boolean isCut() {
        return isCut;
    }

    Match get(int index) {
        return matches.get(index);
    }

    /// Returns the place of the first match that begins there or later, [#size()] for none.
    int firstFrom(@Nullable FindStart start) {
        if (start == null) {
            return 0;
        }
        var by =
                Comparator.<FindStart>comparingInt(at -> order.getOrDefault(at.cell(), 0))
                        .thenComparingInt(FindStart::part)
                        .thenComparingInt(FindStart::offset);
        int low = 0;
        int high = matches.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (by.compare(FindStart.at(matches.get(middle)), start) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Returns the matches in sources, by cell.
    Map<CellId, List<Match>> inSources() {
        return inSources;
    }

    private static Map<CellId, List<Match>> inSources(List<Match> matches) {
        var byCell = new HashMap<CellId, List<Match>>();
        for (var match : matches) {
            if (match.isInSource()) {
                byCell.computeIfAbsent(match.cell(), _ -> new ArrayList<>()).add(match);
            }
        }
        return byCell;
    }
}
