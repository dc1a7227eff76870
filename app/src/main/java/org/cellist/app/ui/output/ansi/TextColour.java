package org.cellist.app.ui.output.ansi;

/// The colour a program asked for. Immutable.
public sealed interface TextColour {

    /// The colour of plain text, or of the paper.
    TextColour DEFAULT = new Default();

    /// No wish.
    record Default() implements TextColour {}

    /// One of the sixteen colours that a theme defines: 0 to 7, and 8 to 15 for the bright ones.
    record Palette(int index) implements TextColour {}

    /// A colour by its components, as `0xRRGGBB`.
    record Rgb(int value) implements TextColour {}

    /// Returns a colour of xterm's table of 256.
    ///
    /// @param index 0 to 255
    static TextColour indexed(int index) {
        if (index < 16) {
            return new Palette(index);
        }
        if (index >= 232) {
            int grey = 8 + 10 * (index - 232);
            return new Rgb(grey << 16 | grey << 8 | grey);
        }
        int cube = index - 16;
        return new Rgb(level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6));
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
