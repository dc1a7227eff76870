package org.cellist.app.ui.editor;

import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.theme.ChosenType;

/// The sizes of an editor, in pixels, known without building one: those of [ChosenType#code].
///
/// Every line of an editor that does not wrap is exactly [#lineHeight] high: the style sheet
/// fixes the height of a paragraph, whatever fallback fonts its characters need.
///
/// Confined to the JavaFX Application Thread.
public final class EditorMetrics {

    /// Free space above the first line, and below the last.
    public static final double PADDING_Y = 8;

    /// Free space left and right of the lines.
    public static final double PADDING_X = 14;

    private EditorMetrics() {}

    /// Returns the height of a line; whole, so that lines stay sharp.
    public static double lineHeight() {
        return ChosenType.code().lineHeight();
    }

    /// Returns the width of a Latin letter; a Hangul syllable has two of it.
    public static double columnWidth() {
        return ChosenType.code().columnWidth();
    }

    /// Returns the height of an editor with that many lines; one without text has one line.
    public static double heightFor(int lines) {
        return Math.max(1, lines) * lineHeight() + 2 * PADDING_Y;
    }

    /// Returns the height of an editor that shows `text` without wrapping.
    public static double heightFor(String text) {
        return heightFor(lineCount(text));
    }

    /// Returns the height of an editor in which a part of `text` is folded.
    public static double heightFor(String text, FoldedCode folded) {
        return folded.isNothing()
                ? heightFor(text)
                : heightFor(lineCount(text) - folded.in(SourceText.shown(text)).hiddenLines());
    }

    /// Counts lines as the editor does: `\n`, `\r\n` and a lone `\r` each end one.
    public static int lineCount(String text) {
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean firstOfTwo = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !firstOfTwo) {
                lines++;
            }
        }
        return lines;
    }
}
