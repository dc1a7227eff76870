package org.cellist.app.notebook.find;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// Looks for a query in the snapshot of a notebook.
///
/// Immutable.
public final class Finder {

    /// Matches that are looked for in one notebook.
    public static final int MOST = 100_000;

    private final int most;

    public Finder() {
        this(MOST);
    }

    /// @param most how many matches are looked for
    public Finder(int most) {
        this.most = most;
    }

    /// Returns the matches in all cells.
    public FindOutcome find(Notebook notebook, SearchPattern pattern, SearchLimit limit) {
        return find(notebook, pattern, null, KnownMatches.NONE, limit);
    }

    /// Returns the matches in cells.
    ///
    /// @param only these cells; null for all
    /// @param known what an earlier search found
    public FindOutcome find(
            Notebook notebook,
            SearchPattern pattern,
            @Nullable Set<CellId> only,
            KnownMatches known,
            SearchLimit limit) {
        var query = pattern.query();
        var matches = new ArrayList<Match>();
        var byCell = new IdentityHashMap<Cell, List<Match>>();
        try {
            for (var cell : notebook.cells()) {
                if (limit.isCancelled()) {
                    return new FindOutcome.Ended(SearchEnd.CANCELLED);
                }
                if (only == null || only.contains(cell.id())) {
                    var before = known.of(query, cell);
                    var found = before == null ? inCell(cell, pattern, limit) : before;
                    byCell.put(cell, found);
                    matches.addAll(found);
                }
                if (matches.size() > most) {
                    return new FindOutcome.Found(
                            matches.subList(0, most), true, KnownMatches.of(query, byCell));
                }
            }
            return new FindOutcome.Found(matches, false, KnownMatches.of(query, byCell));
        } catch (SearchEndException e) {
            return new FindOutcome.Ended(e.end());
        }
    }

    private List<Match> inCell(Cell cell, SearchPattern pattern, SearchLimit limit) {
        var places = pattern.query().places();
        var matches = new ArrayList<Match>();
        if (places.contains(placeOf(cell))) {
            addMatches(matches, cell.id(), new Match.Source(), cell.source(), pattern, limit);
        }
        if (cell instanceof CodeCell code && places.contains(FindPlace.OUTPUT)) {
            var outputs = code.outputs().items();
            for (int i = 0; i < outputs.size() && matches.size() <= most; i++) {
                var text = OutputText.of(outputs.get(i));
                addMatches(matches, cell.id(), new Match.Output(i), text, pattern, limit);
            }
        }
        return List.copyOf(matches);
    }

    private void addMatches(
            List<Match> matches,
            CellId cell,
            Match.Part part,
            String text,
            SearchPattern pattern,
            SearchLimit limit) {
        pattern.each(
                text,
                limit,
                found -> {
                    matches.add(new Match(cell, part, found.start(), found.end()));
                    return matches.size() <= most;
                });
    }

    /// Returns what the source of a cell is.
    static FindPlace placeOf(Cell cell) {
        return switch (cell) {
            case CodeCell _ -> FindPlace.CODE;
            case Cell.MarkdownCell _, Cell.RawCell _ -> FindPlace.TEXT;
        };
    }
}
