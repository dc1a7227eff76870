package org.cellist.app.ui.output.ansi;

/// How many columns of a terminal a character takes: two for East Asian wide and for emoji, none
/// for what is drawn onto the character before it (Unicode's `EastAsianWidth.txt`, UAX 11).
///
/// Immutable.
public final class CharColumns {

    private static final int FIRST_COMBINING = 0x300;
    private static final int FIRST_WIDE = 0x1100;

    private CharColumns() {}

    /// Returns 0, 1 or 2.
    public static int of(int codePoint) {
        if (codePoint < FIRST_COMBINING) {
            return codePoint == 0xad ? 0 : 1;
        }
        if (hasNoWidth(codePoint)) {
            return 0;
        }
        return codePoint >= FIRST_WIDE && isWide(codePoint) ? 2 : 1;
    }

    /// Returns the columns of a text without control characters.
    public static int of(String text) {
        int columns = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            columns += of(c);
            at += Character.charCount(c);
        }
        return columns;
    }

    /// Returns whether each UTF-16 unit is a character of one column, as in most texts.
    static boolean isOneUnitOneColumn(char c) {
        return c < FIRST_COMBINING ? c != 0xad : in(c, 0x2010, 0x2026) || isDrawing(c);
    }

    /// Lines, bars and blocks, of which progress bars are made.
    private static boolean isDrawing(char c) {
        return in(c, 0x2500, 0x259f);
    }

    private static boolean hasNoWidth(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> in(c, 0x1160, 0x11ff); // vowels and finals that join a syllable
        };
    }

    private static boolean isWide(int c) {
        if (c >= 0x1f000) {
            return isWideEmoji(c) || in(c, 0x20000, 0x3fffd);
        }
        return c <= 0x115f
                || in(c, 0xac00, 0xd7a3)
                || (in(c, 0x2e80, 0xa4cf) && c != 0x303f)
                || in(c, 0xa960, 0xa97f)
                || in(c, 0xf900, 0xfaff)
                || in(c, 0xfe30, 0xfe6f)
                || in(c, 0xff01, 0xff60)
                || in(c, 0xffe0, 0xffe6)
                || isWideSymbol(c);
    }

    private static boolean isWideSymbol(int c) {
        return switch (c) {
            case 0x231a, 0x231b, 0x23e9, 0x2705, 0x2728, 0x274c, 0x2753, 0x2754, 0x2755, 0x2b50 ->
                    true;
            default -> false;
        };
    }

    private static boolean isWideEmoji(int c) {
        return in(c, 0x1f300, 0x1f64f)
                || in(c, 0x1f680, 0x1f6ff)
                || in(c, 0x1f900, 0x1f9ff)
                || in(c, 0x1fa70, 0x1faff);
    }

    private static boolean in(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
