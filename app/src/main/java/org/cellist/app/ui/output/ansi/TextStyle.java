package org.cellist.app.ui.output.ansi;

import org.cellist.app.ui.output.ansi.TextColour.Default;

/// How a stretch of terminal text looks (ECMA-48, 8.3.117 "select graphic rendition"). Immutable.
///
/// @param marks the sum of [#BOLD] and its like
public record TextStyle(TextColour foreground, TextColour background, int marks) {

    public static final int BOLD = 1;
    public static final int FAINT = 2;
    public static final int ITALIC = 4;
    public static final int UNDERLINE = 8;
    public static final int INVERSE = 16;
    public static final int CONCEALED = 32;
    public static final int STRUCK = 64;

    /// Neither colour nor marks.
    public static final TextStyle PLAIN = new TextStyle(TextColour.DEFAULT, TextColour.DEFAULT, 0);

    public boolean has(int mark) {
        return (marks & mark) != 0;
    }

    public boolean isPlain() {
        return marks == 0 && foreground instanceof Default && background instanceof Default;
    }

    TextStyle with(int mark) {
        return new TextStyle(foreground, background, marks | mark);
    }

    TextStyle without(int someMarks) {
        return new TextStyle(foreground, background, marks & ~someMarks);
    }

    TextStyle withForeground(TextColour colour) {
        return new TextStyle(colour, background, marks);
    }

    TextStyle withBackground(TextColour colour) {
        return new TextStyle(foreground, colour, marks);
    }
}
