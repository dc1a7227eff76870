package org.cellist.app.ui.editor.highlight;

import java.util.Arrays;

/// Collects styles for the units of a text; what is painted later covers what was painted before.
///
/// Confined to one thread.
final class StylePainter {

    private final byte[] styles;

    StylePainter(int length) {
        styles = new byte[length];
    }

    /// Paints from `start` to before `end`; parts outside the text are ignored.
    void paint(int start, int end, TokenStyle style) {
        int from = Math.max(0, start);
        int to = Math.min(end, styles.length);
        if (from < to) {
            Arrays.fill(styles, from, to, style.code());
        }
    }

    /// Returns the styles; this painter must not be used after.
    byte[] styles() {
        return styles;
    }
}
