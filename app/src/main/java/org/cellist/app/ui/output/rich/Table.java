package org.cellist.app.ui.output.rich;

import java.util.List;
import org.cellist.app.ui.output.rich.Block.Side;

/// A table of formatted cells. Immutable.
///
/// @param head the rows above the line
/// @param isData true for a data frame: its cells are values, and stand at the right
public record Table(List<Row> head, List<Row> body, boolean isData) {

    public Table {
        head = List.copyOf(head);
        body = List.copyOf(body);
    }

    /// A row. Immutable.
    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A cell. Immutable.
    ///
    /// @param columns how many columns it spans, from 1
    /// @param rows how many rows it spans, from 1
    public record Cell(List<Inline> content, boolean isHead, Side side, int columns, int rows) {
        public Cell {
            content = List.copyOf(content);
        }

        /// Returns the words without their styles.
        public String text() {
            return Inline.textOf(content);
        }

        /// Returns whether the cell is one line of plain words.
        public boolean isPlain() {
            return content.stream()
                    .allMatch(
                            part ->
                                    part instanceof Inline.Words words
                                            && words.style().equals(InlineStyle.PLAIN)
                                            && words.text().indexOf('\n') < 0);
        }
    }

    /// Returns how many cells there are.
    public int cellCount() {
        return head.stream().mapToInt(row -> row.cells().size()).sum()
                + body.stream().mapToInt(row -> row.cells().size()).sum();
    }

    /// Returns whether all cells are plain, none in the body spans columns, and rows are alike.
    public boolean isPlain() {
        return body.stream()
                        .flatMap(row -> row.cells().stream())
                        .allMatch(cell -> cell.isPlain() && cell.columns() == 1)
                && head.stream().flatMap(row -> row.cells().stream()).allMatch(Cell::isPlain);
    }
}
