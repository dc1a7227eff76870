package org.cellist.app.ui.editor.text;

import org.cellist.app.ui.theme.LetterRuns;

/// How many columns text takes in an area, nearly: each half of an emoji counts one. Pure.
///
/// Immutable.
public final class UnitColumns {

    private static final int TAB = 8;

    private UnitColumns() {}

    /// Returns the columns of one UTF-16 unit: 2 of Hangul, Hanja and Kana.
    public static int of(int unit) {
        if (unit == '\t') {
            return TAB;
        }
        return LetterRuns.isWide(unit) ? 2 : 1;
    }

    /// Returns the columns of a part of a text.
    public static int of(CharSequence text, int start, int end) {
        int columns = 0;
        for (int i = start; i < end; i++) {
            columns += of(text.charAt(i));
        }
        return columns;
    }

    /// Returns the first unit between two places that ends beyond a column counted from the first;
    /// the second place where there is none.
    public static int at(CharSequence text, int start, int end, int column) {
        int columns = 0;
        int at = start;
        while (at < end) {
            columns += of(text.charAt(at));
            if (columns > column) {
                return at;
            }
            at++;
        }
        return end;
    }
}
