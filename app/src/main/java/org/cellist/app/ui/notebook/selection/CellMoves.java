package org.cellist.app.ui.notebook.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;

/// Moves selected cells up or down by one. Each group of neighbours goes past the cell beside it,
/// and a group at the edge waits there for the others, so that cells keep their order. Pure.
///
/// What a collapsed section hides goes along with its heading, and is passed together with it.
///
/// Immutable.
public final class CellMoves {

    private CellMoves() {}

    /// A cell that is shown, with what it hides: positions from `start` to before `end`. Immutable.
    private record Block(int start, int end, boolean isSelected) {}

    /// Returns the moves, which do not depend on one another's order; none where nothing can move.
    ///
    /// @param cells all cells
    /// @param hiddenBelow how many cells after the one at a position are hidden by it
    /// @param places 1 for down, -1 for up
    public static List<NotebookEdit> byOne(
            List<CellId> cells, CellSelection selection, IntUnaryOperator hiddenBelow, int places) {
        var blocks = blocks(cells.size(), selection, hiddenBelow);
        var moves = new ArrayList<NotebookEdit>();
        int first = 0;
        while (first < blocks.size()) {
            int end = first;
            while (end < blocks.size() && blocks.get(end).isSelected()) {
                end++;
            }
            boolean hasRoom = places > 0 ? end < blocks.size() : first > 0;
            if (end > first && hasRoom) {
                moves.add(move(cells, blocks, first, end, places));
            }
            first = end + 1;
        }
        return moves;
    }

    private static NotebookEdit move(
            List<CellId> cells, List<Block> blocks, int first, int end, int places) {
        int from = blocks.get(first).start();
        var moved = cells.subList(from, blocks.get(end - 1).end());
        if (places < 0) {
            return new MoveCells(moved, blocks.get(first - 1).start());
        }
        var passed = blocks.get(end);
        return new MoveCells(moved, from + passed.end() - passed.start());
    }

    private static List<Block> blocks(
            int size, CellSelection selection, IntUnaryOperator hiddenBelow) {
        var blocks = new ArrayList<Block>();
        int start = 0;
        while (start < size) {
            int end = start + 1 + hiddenBelow.applyAsInt(start);
            blocks.add(new Block(start, end, selection.contains(start)));
            start = end;
        }
        return blocks;
    }
}
