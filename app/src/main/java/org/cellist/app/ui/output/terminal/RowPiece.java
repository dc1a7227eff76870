package org.cellist.app.ui.output.terminal;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.cellist.app.ui.output.ansi.TextStyle;

/// A stretch of a row that is drawn as one. Immutable.
///
/// @param column of the row, from 0
/// @param bar how many columns a bar of block characters takes, eighths included; 0 for text
record RowPiece(String text, int column, int columns, TextLook look, double bar) {

    private static final char FULL_BLOCK = '\u2588';
    private static final char LEFT_EIGHTH = '\u258f';

    boolean hasGround() {
        return !look.groundClass().isEmpty() || !look.groundStyle().isEmpty();
    }

    /// Cuts the part of a line that one row shows into pieces.
    ///
    /// @param from the line's column at which the row begins
    /// @param columns how many columns the row has
    static List<RowPiece> of(StyledLine line, int from, int columns) {
        if (line.runs().isEmpty() && from == 0 && line.columns() == line.text().length()) {
            return plain(line, columns);
        }
        return new Cutter(line, from, from + columns).pieces();
    }

    /// The usual case: one style, one column for each unit, no wide characters.
    private static List<RowPiece> plain(StyledLine line, int columns) {
        if (line.text().isEmpty()) {
            return List.of();
        }
        if (line.text().length() > columns || line.text().indexOf(FULL_BLOCK) >= 0) {
            return new Cutter(line, 0, columns).pieces();
        }
        return List.of(new RowPiece(line.text(), 0, line.columns(), TextLook.PLAIN, 0));
    }

    /// Walks along a line.
    private static final class Cutter {

        private enum Kind {
            NARROW,
            WIDE,
            BLOCK
        }

        private final StyledLine line;
        private final int from;
        private final int to;
        private final List<RowPiece> pieces = new ArrayList<>();

        private int runIndex;
        private int start = -1;
        private int startColumn;
        private TextStyle style = TextStyle.PLAIN;
        private Kind kind = Kind.NARROW;

        Cutter(StyledLine line, int from, int to) {
            this.line = line;
            this.from = from;
            this.to = to;
        }

        List<RowPiece> pieces() {
            int column = 0;
            int at = 0;
            while (at < line.text().length() && column < to) {
                int c = line.text().codePointAt(at);
                int width = CharColumns.of(c);
                if (column >= from) {
                    take(at, column, c, width);
                }
                column += width;
                at += Character.charCount(c);
            }
            // what is drawn onto the last character belongs to it
            while (at < line.text().length() && CharColumns.of(line.text().codePointAt(at)) == 0) {
                at += Character.charCount(line.text().codePointAt(at));
            }
            end(at, column);
            return pieces;
        }

        private void take(int at, int column, int c, int width) {
            var here = styleAt(at);
            var hereKind = width == 0 ? kind : kindOf(c, width, here);
            if (start < 0 || !here.equals(style) || hereKind != kind) {
                end(at, column);
                start = at;
                startColumn = column;
                style = here;
                kind = hereKind;
            }
        }

        private void end(int at, int column) {
            if (start >= 0 && at > start) {
                var text = line.text().substring(start, at);
                pieces.add(
                        new RowPiece(
                                text,
                                startColumn - from,
                                column - startColumn,
                                kind == Kind.WIDE ? TextLook.of(style).wide() : TextLook.of(style),
                                kind == Kind.BLOCK ? barColumns(text) : 0));
            }
        }

        private TextStyle styleAt(int at) {
            var runs = line.runs();
            while (runIndex < runs.size() && runs.get(runIndex).end() <= at) {
                runIndex++;
            }
            boolean inside = runIndex < runs.size() && runs.get(runIndex).start() <= at;
            return inside ? runs.get(runIndex).style() : TextStyle.PLAIN;
        }

        private Kind kindOf(int c, int width, TextStyle here) {
            if (width == 2) {
                return Kind.WIDE;
            }
            boolean isBar = here.isPlain() && c >= FULL_BLOCK && c <= LEFT_EIGHTH;
            return isBar ? Kind.BLOCK : Kind.NARROW;
        }

        private static double barColumns(String text) {
            double columns = 0;
            for (int i = 0; i < text.length(); i++) {
                columns += 1 - (text.charAt(i) - FULL_BLOCK) / 8.0;
            }
            return columns;
        }
    }
}
