package org.cellist.app.ui.theme;

/// How everything on a page is set. Immutable.
///
/// @param code of editors, outputs and listings
/// @param textSize of formatted text, in pixels; headings follow
/// @param ruler the column after which editors of code show a line from top to bottom; 0 for none
public record Typography(CodeType code, int textSize, int ruler) {

    /// The size of formatted text before anything was chosen, in pixels.
    public static final int TEXT_SIZE = 14;

    public static final int SMALLEST_TEXT = 10;

    public static final int LARGEST_TEXT = 28;

    /// What holds before anything was chosen.
    public static final Typography STANDARD = new Typography(CodeType.STANDARD, TEXT_SIZE, 0);

    /// Returns how large formatted text is, 1 for as large as before anything was chosen.
    public double textScale() {
        return (double) textSize / TEXT_SIZE;
    }
}
