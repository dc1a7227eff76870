package org.cellist.app.ui.theme;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How code is set, and the measures that follow from it, in pixels. Immutable.
///
/// A letter that is two columns wide, of Hangul, Hanja or Kana, is exactly that in the program's
/// own family. In another one it is taken from there unless it has that width. Emoji come from any
/// font of the system; beside another family they are set in the size that makes them two columns
/// wide. What else a family lacks is as wide as the font that has it.
///
/// @param family of the letters
/// @param size of the letters
/// @param lineHeight from one line to the next in an editor that does not wrap; whole, so that
/// lines stay sharp
/// @param columnWidth of a Latin letter
/// @param ascent of a line, from its top to the foot of its letters, without space around it
/// @param descent from there to its bottom
/// @param wideSize size at which the program's own family has wide letters of two columns; 0 where
/// the family has them itself
/// @param emojiSize size at which emoji have two columns; 0 where they stay as they are
public record CodeType(
        String family,
        double size,
        double lineHeight,
        double columnWidth,
        double ascent,
        double descent,
        double wideSize,
        double emojiSize) {

    /// Sizes that can be chosen.
    public static final int SMALLEST = 8;

    public static final int LARGEST = 36;

    /// Line heights that can be chosen, in percent of the size.
    public static final int CLOSEST = 120;

    public static final int WIDEST = 220;

    /// What holds before anything was chosen. Known without measuring, for a quick start.
    public static final CodeType STANDARD = own(13, 160);

    /// The rows of outputs are closer than lines of code, so that drawn tables hold together.
    private static final double ROW = 19.0 / 13;

    /// Of the program's own family, in parts of the size.
    private static final double OWN_COLUMN = 0.6;

    private static final String LETTERS = "iW0.m_";
    private static final String WIDE = "한글漢字かな";
    private static final String EMOJI = "\ud83d\ude00"; // a grinning face
    private static final int EMOJI_UNITS = 2; // of which widthOf takes each for a letter

    /// A line becomes no higher than that much by its emoji.
    private static final double LARGEST_CHANGE = 1.4;

    /// A line is laid out in the order in which it is read; longer ones are measured more exactly.
    private static final int REPEATED = 8;

    /// So far from two columns a letter may be in a family, in parts of a column.
    private static final double NEAR = 0.004;

    /// Returns the program's own family in that size.
    ///
    /// @param percent height of a line, of the size
    public static CodeType own(int size, int percent) {
        return new CodeType(
                Fonts.CODE,
                size,
                lines(size, percent),
                OWN_COLUMN * size,
                1.02 * size,
                0.3 * size,
                0,
                0);
    }

    /// Measures a family in that size; one that is not there, or whose letters are not of one
    /// width, is replaced by the program's own.
    ///
    /// @param percent height of a line, of the size
    public static CodeType measured(String family, int size, int percent) {
        if (family.equals(Fonts.CODE) || !isMonospaced(family)) {
            return own(size, percent);
        }
        var font = Font.font(family, size);
        var sample = text("0", font);
        double column = widthOf("0", font);
        boolean isWideEnough = Math.abs(widthOf(WIDE, font) - 2 * column) < NEAR * size;
        double ascent = sample.getBaselineOffset();
        double descent = sample.getLayoutBounds().getHeight() - ascent;
        return new CodeType(
                family,
                size,
                lines(size, percent),
                column,
                ascent,
                descent,
                isWideEnough ? 0 : column / OWN_COLUMN,
                emojiSize(font, column));
    }

    /// The fonts of systems have emoji of about the same width, which differs from one to another.
    private static double emojiSize(Font font, double column) {
        double wanted = font.getSize() * 2 * column / widthOf(EMOJI, font) / EMOJI_UNITS;
        boolean isNear = wanted > font.getSize() / LARGEST_CHANGE;
        return isNear && wanted < font.getSize() * LARGEST_CHANGE ? wanted : 0;
    }

    /// Tells whether the system has a family, and all its letters have one width. May take some
    /// milliseconds; on any thread.
    public static boolean isMonospaced(String family) {
        var font = Font.font(family, STANDARD.size());
        if (!font.getFamily().equals(family)) {
            return false;
        }
        double first = widthOf(LETTERS.substring(0, 1), font);
        return first > 0
                && LETTERS.chars()
                        .mapToObj(Character::toString)
                        .allMatch(letter -> Math.abs(widthOf(letter, font) - first) < NEAR);
    }

    private static double lines(int size, int percent) {
        return Math.rint(size * percent / 100.0);
    }

    private static double widthOf(String letters, Font font) {
        var text = text(letters.repeat(REPEATED), font);
        return text.getLayoutBounds().getWidth() / (letters.length() * REPEATED);
    }

    private static Text text(String letters, Font font) {
        var text = new Text(letters);
        text.setFont(font);
        return text;
    }

    /// Returns the height of a row of an output.
    public double rowHeight() {
        return Math.min(Math.rint(size * ROW), lineHeight);
    }

    /// Returns how far below the top of a row the foot of its letters is.
    ///
    /// @param height of the row
    public double baselineIn(double height) {
        return Math.rint((height - ascent - descent) / 2 + ascent);
    }

    /// Returns the size of code that is read beside other code, in pixels.
    public double smallSize() {
        return size - 1;
    }

    /// Returns how wide a letter is in another size.
    public double columnWidthAt(double otherSize) {
        return columnWidth / size * otherSize;
    }

    /// Tells whether wide letters are taken from another family than the others.
    public boolean hasOtherWide() {
        return wideSize > 0;
    }

    /// Tells whether some letters have a font or a size of their own.
    public boolean hasOtherLetters() {
        return wideSize > 0 || emojiSize > 0;
    }
}
