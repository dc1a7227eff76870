package org.cellist.app.cli;

import java.io.PrintWriter;
import java.util.List;

/// Rows of texts, printed with their columns one below the other.
///
/// Immutable.
///
/// @param rows of equal length, the first with the headings
record TextTable(List<List<String>> rows) {

    private static final String GAP = "  ";

    /// First and last character of the scripts that terminals draw two columns wide: Hangul, Hanja,
    /// Kana and full-width forms (Unicode Standard Annex 11).
    private static final List<int[]> WIDE =
            List.of(
                    new int[] {0x1100, 0x115f},
                    new int[] {0x2e80, 0xa4cf},
                    new int[] {0xac00, 0xd7a3},
                    new int[] {0xf900, 0xfaff},
                    new int[] {0xfe30, 0xfe6f},
                    new int[] {0xff00, 0xff60},
                    new int[] {0x1f300, 0x1faff},
                    new int[] {0x20000, 0x3fffd});

    TextTable {
        rows = List.copyOf(rows);
    }

    void printTo(PrintWriter out) {
        for (var row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                var text = row.get(column);
                line.append(text);
                if (column < row.size() - 1) {
                    line.append(" ".repeat(width(column) - width(text))).append(GAP);
                }
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0);
    }

    private static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    private static boolean isWide(int point) {
        return WIDE.stream().anyMatch(range -> point >= range[0] && point <= range[1]);
    }
}
