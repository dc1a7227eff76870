package org.cellist.app.ui.editor.highlight;

import java.util.Arrays;

/// Collects styles for the units of a text; what is painted later covers what was painted before.
///
/// Only the part from [#from] to before [#to] is open; painting beyond it is cut off.
///
/// Confined to one thread.
final class StylePainter {

    private final byte[] styles;
    private final int from;
    private final int to;

    /// Opens a whole text, all of it plain.
    StylePainter(int length) {
        this(new byte[length], 0, length);
    }

    /// Opens a part of styles that are known elsewhere; the part becomes plain.
    StylePainter(byte[] styles, int from, int to) {
        this.styles = styles;
        this.from = from;
        this.to = to;
        Arrays.fill(styles, from, to, TokenStyle.PLAIN.code());
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    void paint(int start, int end, TokenStyle style) {
        int first = Math.max(from, start);
        int last = Math.min(end, to);
        if (first < last) {
            Arrays.fill(styles, first, last, style.code());
        }
    }

    /// Copies the styles of another text into this one, from `start` on.
    void paint(int start, byte[] others) {
        int length = Math.min(others.length, to - start);
        System.arraycopy(others, 0, styles, start, length);
    }

    byte[] styles() {
        return styles;
    }
}
