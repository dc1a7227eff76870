package org.cellist.app.ui.output.terminal;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// Which rows the lines of a screen take when they are wrapped at a number of columns.
///
/// Row numbers are counted on when lines are dropped at the front, so that dropping moves
/// nothing.
///
/// Confined to the JavaFX Application Thread.
final class WrappedRows {

    private int[] firstRow = new int[64];
    private int base;
    private int lines;
    private int wrapColumns = 80;

    int wrapColumns() {
        return wrapColumns;
    }

    int lineCount() {
        return lines;
    }

    int rowCount() {
        return firstRow[base + lines] - firstRow[base];
    }

    /// Takes a new width.
    void wrapAt(int columns, int lineCount, IntUnaryOperator columnsOfLine) {
        wrapColumns = columns;
        base = 0;
        firstRow[0] = 0;
        lines = 0;
        update(0, lineCount, columnsOfLine);
    }

    /// The lines from that one on changed. Returns the first row that may have.
    int update(int from, int lineCount, IntUnaryOperator columnsOfLine) {
        int start = Math.min(from, lines);
        makeRoomFor(lineCount);
        for (int line = start; line < lineCount; line++) {
            firstRow[base + line + 1] =
                    firstRow[base + line] + rowsOf(columnsOfLine.applyAsInt(line));
        }
        lines = lineCount;
        return firstRowOf(start);
    }

    /// The first lines are gone. Returns how many rows went with them.
    int drop(int count) {
        int dropped = Math.min(count, lines);
        int rows = firstRowOf(dropped);
        base += dropped;
        lines -= dropped;
        return rows;
    }

    /// Returns the first row of a line.
    int firstRowOf(int line) {
        return firstRow[base + line] - firstRow[base];
    }

    /// Returns the line that a row belongs to.
    int lineOf(int row) {
        int key = firstRow[base] + row;
        int found = Arrays.binarySearch(firstRow, base, base + lines + 1, key);
        return found >= 0 ? Math.min(found - base, lines - 1) : -found - 2 - base;
    }

    /// Returns the column of its line at which a row begins.
    int columnOf(int row) {
        return (row - firstRowOf(lineOf(row))) * wrapColumns;
    }

    private int rowsOf(int columns) {
        return Math.max(1, (columns + wrapColumns - 1) / wrapColumns);
    }

    private void makeRoomFor(int lineCount) {
        if (base + lineCount + 1 > firstRow.length) {
            int size = Math.max(64, (lineCount + 1) * 2);
            var moved = new int[size];
            System.arraycopy(firstRow, base, moved, 0, lines + 1);
            firstRow = moved;
            base = 0;
        }
    }
}
