package org.cellist.app.ui.output.rich;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a part of a line looks, and where it leads. Immutable.
///
/// @param marks the sum of [#STRONG] and its like
/// @param link where a click leads, as the author wrote it; null for nowhere
/// @param colour as `0xRRGGBB`; null for the text's own
public record InlineStyle(int marks, @Nullable String link, @Nullable Integer colour) {

    public static final int STRONG = 1;
    public static final int EMPHASIS = 2;
    public static final int CODE = 4;
    public static final int STRUCK = 8;
    public static final int UNDERLINED = 16;
    public static final int SUBSCRIPT = 32;
    public static final int SUPERSCRIPT = 64;
    public static final int SMALL = 128;
    public static final int MARKED = 256;
    public static final int KEY = 512;
    public static final int QUIET = 1024;

    /// Plain text.
    public static final InlineStyle PLAIN = new InlineStyle(0, null, null);

    private static final List<String> CLASSES =
            List.of(
                    "strong",
                    "emphasis",
                    "code",
                    "struck",
                    "underlined",
                    "subscript",
                    "superscript",
                    "small",
                    "marked",
                    "key",
                    "quiet");

    public boolean has(int mark) {
        return (marks & mark) != 0;
    }

    public InlineStyle with(int mark) {
        return new InlineStyle(marks | mark, link, colour);
    }

    public InlineStyle withLink(String target) {
        return new InlineStyle(marks, target, colour);
    }

    public InlineStyle withColour(int rgb) {
        return new InlineStyle(marks, link, rgb);
    }

    /// The style classes of the marks.
    List<String> classes() {
        var classes = new ArrayList<String>();
        for (int i = 0; i < CLASSES.size(); i++) {
            if (has(1 << i)) {
                classes.add(CLASSES.get(i));
            }
        }
        return classes;
    }
}
