package org.cellist.app.ui.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.language.Problem;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.editor.marks.Marks;
import org.cellist.app.ui.editor.marks.Marks.Mark;

/// What is wrong in the cells of a page. Immutable.
///
/// @param cells the marks of each cell that has any
public record ProblemMarks(Map<CellId, Marks> cells) {

    public static final ProblemMarks NONE = new ProblemMarks(Map.of());

    public ProblemMarks {
        cells = Map.copyOf(cells);
    }

    /// Returns the marks of problems.
    ///
    /// @param problems those of a cell in the order of their places
    public static ProblemMarks of(List<Problem> problems) {
        Map<CellId, List<Mark>> marks = new HashMap<>();
        for (var problem : problems) {
            add(marks.computeIfAbsent(problem.cell(), _ -> new ArrayList<>()), mark(problem));
        }
        Map<CellId, Marks> cells = new HashMap<>();
        marks.forEach((cell, all) -> cells.put(cell, new Marks(all)));
        return new ProblemMarks(cells);
    }

    private static Mark mark(Problem problem) {
        var look =
                switch (problem.severity()) {
                    case ERROR -> Marks.Look.ERROR;
                    case WARNING -> Marks.Look.WARNING;
                    case INFORMATION -> Marks.Look.INFORMATION;
                };
        return new Mark(problem.start(), problem.end(), look);
    }

    /// Marks do not overlap: where two problems do, the worse is seen.
    private static void add(List<Mark> before, Mark mark) {
        int start = mark.start();
        if (!before.isEmpty() && before.getLast().end() > start) {
            var last = before.getLast();
            if (mark.look().compareTo(last.look()) < 0 && last.start() < start) {
                before.set(before.size() - 1, new Mark(last.start(), start, last.look()));
            } else {
                start = last.end();
            }
        }
        if (start < mark.end()) {
            before.add(new Mark(start, mark.end(), mark.look()));
        }
    }

    /// Returns what stands out in the source of a cell.
    public Marks in(CellId cell) {
        return cells.getOrDefault(cell, Marks.NONE);
    }
}
