package org.cellist.app.notebook.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.jspecify.annotations.Nullable;

/// Works out what replacing matches would change in a notebook. Outputs stay what kernels wrote.
///
/// Immutable.
///
/// @param pattern what is looked for
/// @param replacement what takes its place
public record Replacer(SearchPattern pattern, Replacement replacement) {

    /// Replaces all matches in the sources of cells.
    ///
    /// @param only these cells; null for all
    public ReplaceOutcome all(Notebook notebook, @Nullable Set<CellId> only, SearchLimit limit) {
        var places = pattern.query().places();
        var edits = new ArrayList<EditSource>();
        int count = 0;
        try {
            for (var cell : notebook.cells()) {
                if (limit.isCancelled()) {
                    return new ReplaceOutcome.Ended(SearchEnd.CANCELLED);
                }
                boolean isAsked = only == null || only.contains(cell.id());
                if (isAsked && places.contains(Finder.placeOf(cell))) {
                    count += replaceIn(cell, limit, edits);
                }
            }
            return new ReplaceOutcome.Edits(edits, count);
        } catch (SearchEndException e) {
            return new ReplaceOutcome.Ended(e.end());
        }
    }

    /// Replaces one match. Without it, when the text is another by now, nothing is to be changed.
    public ReplaceOutcome one(Notebook notebook, Match match, SearchLimit limit) {
        var cell = notebook.cell(match.cell()).orElse(null);
        if (cell == null || !match.isInSource()) {
            return new ReplaceOutcome.Edits(List.of(), 0);
        }
        try {
            var found = pattern.at(cell.source(), match.start(), match.end(), limit);
            return found == null
                    ? new ReplaceOutcome.Edits(List.of(), 0)
                    : new ReplaceOutcome.Edits(List.of(edit(cell.id(), found)), 1);
        } catch (SearchEndException e) {
            return new ReplaceOutcome.Ended(e.end());
        }
    }

    private EditSource edit(CellId cell, MatchResult found) {
        int length = found.end() - found.start();
        return new EditSource(cell, found.start(), length, replacement.insteadOf(found), null);
    }

    /// Adds one edit from the cell's first match to its last.
    ///
    /// @return how many matches there are
    private int replaceIn(Cell cell, SearchLimit limit, List<EditSource> edits) {
        var rewritten = new Rewritten(cell.source());
        pattern.each(
                cell.source(),
                limit,
                found -> {
                    rewritten.add(found.start(), found.end(), replacement.insteadOf(found));
                    return true;
                });
        if (rewritten.count > 0) {
            edits.add(rewritten.edit(cell.id()));
        }
        return rewritten.count;
    }

    /// The part of a source from its first match to its last, with what takes their places.
    private static final class Rewritten {

        private final String source;
        private final StringBuilder text = new StringBuilder();
        private int start;
        private int end;
        private int count;

        Rewritten(String source) {
            this.source = source;
        }

        void add(int from, int to, String instead) {
            if (count == 0) {
                start = from;
            } else {
                text.append(source, end, from);
            }
            text.append(instead);
            end = to;
            count++;
        }

        EditSource edit(CellId cell) {
            return new EditSource(cell, start, end - start, text.toString(), null);
        }
    }
}
