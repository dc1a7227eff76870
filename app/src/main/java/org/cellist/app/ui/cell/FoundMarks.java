package org.cellist.app.ui.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.editor.marks.Marks;
import org.jspecify.annotations.Nullable;

/// What a search has found in the cells of a page. Immutable.
///
/// @param sources the matches in sources, by cell, in order
/// @param current the match that a person stands at; null for none
public record FoundMarks(Map<CellId, List<Match>> sources, @Nullable Match current) {

    /// Nothing is looked for.
    public static final FoundMarks NONE = new FoundMarks(Map.of(), null);

    /// Returns what stands out in the source of a cell.
    public Marks in(CellId cell) {
        var marks = new ArrayList<Marks.Mark>();
        for (var match : sources.getOrDefault(cell, List.of())) {
            if (match.end() > match.start()) {
                boolean isCurrent = match.equals(current);
                marks.add(new Marks.Mark(match.start(), match.end(), isCurrent));
            }
        }
        return marks.isEmpty() ? Marks.NONE : new Marks(marks);
    }

    /// Returns which output of a cell a person stands at, -1 for none.
    int outputIn(CellId cell) {
        return current != null
                        && current.cell().equals(cell)
                        && current.part() instanceof Match.Output(var index)
                ? index
                : -1;
    }
}
