package org.cellist.app.ui.editor.highlight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The style of each UTF-16 unit of one text. Immutable.
public final class Highlight {

    private static final TokenStyle[] STYLES = TokenStyle.values();

    private final String text;
    private final EditorLanguage language;
    private final byte[] styles;

    /// @param styles [TokenStyle#code]s, one for each unit of `text`; not copied
    Highlight(String text, EditorLanguage language, byte[] styles) {
        if (styles.length != text.length()) {
            throw new IllegalArgumentException(styles.length + " styles for " + text.length());
        }
        this.text = text;
        this.language = language;
        this.styles = styles;
    }

    /// Returns the highlight of a text that has no colours.
    public static Highlight plain(String text) {
        return new Highlight(text, EditorLanguage.PLAIN, new byte[text.length()]);
    }

    public String text() {
        return text;
    }

    /// Returns the highlight of a text that has only parts of this one.
    ///
    /// @param bounds where each part begins and ends, in order
    public Highlight parts(int[] bounds) {
        var kept = new StringBuilder(text.length());
        var keptStyles = new byte[text.length()];
        for (int i = 0; i < bounds.length; i += 2) {
            int length = bounds[i + 1] - bounds[i];
            System.arraycopy(styles, bounds[i], keptStyles, kept.length(), length);
            kept.append(text, bounds[i], bounds[i + 1]);
        }
        return new Highlight(kept.toString(), language, Arrays.copyOf(keptStyles, kept.length()));
    }

    public EditorLanguage language() {
        return language;
    }

    public TokenStyle styleAt(int offset) {
        return STYLES[styles[offset]];
    }

    /// Returns the offset after the run of one style that begins at `start`, at most `limit`.
    public int endOfRun(int start, int limit) {
        int end = start + 1;
        while (end < limit && styles[end] == styles[start]) {
            end++;
        }
        return Math.min(end, limit);
    }

    /// Returns the coloured runs in order, without the plain text between them.
    public List<Span> spans() {
        var spans = new ArrayList<Span>();
        for (int start = 0; start < styles.length; ) {
            int end = endOfRun(start, styles.length);
            if (styleAt(start) != TokenStyle.PLAIN) {
                spans.add(new Span(start, end, styleAt(start)));
            }
            start = end;
        }
        return spans;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Highlight that
                && language == that.language
                && text.equals(that.text)
                && Arrays.equals(styles, that.styles);
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 31 + Arrays.hashCode(styles);
    }

    @Override
    public String toString() {
        return language + " " + spans();
    }

    /// A run of one style, from `start` to before `end`. Immutable.
    public record Span(int start, int end, TokenStyle style) {}
}
