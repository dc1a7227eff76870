package org.cellist.app.ui.editor.markdown;

/// How many columns a text takes in a font of one width, in which Hangul, kana, Chinese characters
/// and pictographs take two. Pure.
///
/// Immutable.
public final class DisplayWidth {

    /// Blocks of wide characters, each as its first and its last one.
    private static final int[][] WIDE = {
        {0x1100, 0x115f},
        {0x2e80, 0x303e},
        {0x3041, 0x33ff},
        {0x3400, 0x4dbf},
        {0x4e00, 0x9fff},
        {0xa000, 0xa4cf},
        {0xa960, 0xa97f},
        {0xac00, 0xd7a3},
        {0xf900, 0xfaff},
        {0xfe30, 0xfe6f},
        {0xff00, 0xff60},
        {0xffe0, 0xffe6},
        {0x1f300, 0x1f64f},
        {0x1f680, 0x1f6ff},
        {0x1f900, 0x1f9ff},
        {0x20000, 0x3fffd}
    };

    private DisplayWidth() {}

    /// Returns how many columns a text takes.
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /// Returns how many columns one character takes.
    public static int of(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT) {
            return 0;
        }
        for (var block : WIDE) {
            if (character < block[0]) {
                return 1;
            }
            if (character <= block[1]) {
                return 2;
            }
        }
        return 1;
    }
}
