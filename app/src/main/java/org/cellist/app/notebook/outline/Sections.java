package org.cellist.app.notebook.outline;

import java.util.List;
import java.util.function.ToIntFunction;
import org.cellist.app.notebook.model.Cell;

/// The sections of a notebook: a cell with a heading, and the cells below it down to the next
/// heading of the same level or a higher one. A cell has the level of its first heading.
///
/// Positions are those of the notebook's cells. Immutable.
public final class Sections {

    private final int[] levels;

    /// @param level of the first heading of a cell, 1 to 6; 0 for a cell without one
    public Sections(List<Cell> cells, ToIntFunction<Cell> level) {
        this.levels = cells.stream().mapToInt(level).toArray();
    }

    /// Returns the level of a cell's first heading; 0 for none.
    public static int level(Cell cell) {
        return cell instanceof Cell.MarkdownCell text ? Headings.firstLevel(text.source()) : 0;
    }

    public boolean isHeading(int index) {
        return levels[index] > 0;
    }

    /// Returns where the section of a heading ends: the position after its last cell.
    public int end(int heading) {
        int level = levels[heading];
        int end = heading + 1;
        while (end < levels.length && (levels[end] == 0 || levels[end] > level)) {
            end++;
        }
        return end;
    }

    /// Returns the heading of the section that a cell is in, the cell itself if it is one; -1 above
    /// the first heading.
    public int headingOf(int index) {
        int heading = index;
        while (heading >= 0 && levels[heading] == 0) {
            heading--;
        }
        return heading;
    }

    /// Returns whether a cell is a heading of the same level as a heading.
    public boolean isSibling(int heading, int other) {
        return levels[other] == levels[heading];
    }

    /// Returns whether a cell is a heading of a higher level than another.
    public boolean isAbove(int heading, int other) {
        return levels[heading] > 0 && levels[heading] < levels[other];
    }

    /// Returns the heading of the next section around that of a heading; -1 for none.
    public int parentOf(int heading) {
        int parent = heading - 1;
        while (parent >= 0 && (levels[parent] == 0 || levels[parent] >= levels[heading])) {
            parent--;
        }
        return parent;
    }
}
