package org.cellist.app.ui.editor;

import java.util.ArrayList;
import org.cellist.app.ui.editor.marks.Marks;

/// A cell's source as the document has it, beside an area that knows only `\n` as a line end.
///
/// RichTextFX shows `\r\n` and `\r` as `\n`. A source with such line ends must keep them, so
/// every offset is translated: a *shown* offset counts `\r\n` as one, a *source* offset as two.
/// A source without `\r`, nearly every one, is passed through.
///
/// Confined to the JavaFX Application Thread.
final class SourceText {

    private final StringBuilder source = new StringBuilder();
    private boolean hasCarriageReturns;

    void set(String text) {
        source.setLength(0);
        source.append(text);
        hasCarriageReturns = text.indexOf('\r') >= 0;
    }

    @Override
    public String toString() {
        return source.toString();
    }

    CharSequence chars() {
        return source;
    }

    int length() {
        return source.length();
    }

    void replace(int offset, int removedLength, String inserted) {
        source.replace(offset, offset + removedLength, inserted);
        hasCarriageReturns = hasCarriageReturns || inserted.indexOf('\r') >= 0;
    }

    /// Returns the offset in the source of the character shown at `shown`.
    int toSource(int shown) {
        if (!hasCarriageReturns) {
            return shown;
        }
        int offset = 0;
        for (int i = 0; i < shown; i++) {
            offset += isLongLineEnd(offset) ? 2 : 1;
        }
        return offset;
    }

    /// Returns the shown offset of the source's character at `offset`; between `\r` and `\n`,
    /// that of the line end.
    int toShown(int offset) {
        if (!hasCarriageReturns) {
            return offset;
        }
        int longLineEnds = 0;
        for (int i = 0; i + 1 < source.length() && i < offset; i++) {
            if (isLongLineEnd(i)) {
                longLineEnds++;
            }
        }
        return offset - longLineEnds;
    }

    /// Returns marks of the source as an area shows it. What lies beyond the source was found in
    /// another one, and is left out.
    Marks toShown(Marks marks) {
        var shown = new ArrayList<Marks.Mark>();
        for (var mark : marks.all()) {
            if (mark.end() <= length()) {
                int start = toShown(mark.start());
                shown.add(new Marks.Mark(start, toShown(mark.end()), mark.look()));
            }
        }
        return new Marks(shown);
    }

    /// Gives text typed or pasted the line end that this source uses, that of its first line.
    String withOwnLineEnds(String shownText) {
        if (!hasCarriageReturns || shownText.indexOf('\n') < 0) {
            return shownText;
        }
        return shownText.replace("\n", firstLineEnd());
    }

    /// Returns text as an area shows it, with `\n` for every line end.
    static String shown(String text) {
        if (text.indexOf('\r') < 0) {
            return text;
        }
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private String firstLineEnd() {
        for (int i = 0; i < source.length(); i++) {
            if (source.charAt(i) == '\n') {
                return "\n";
            }
            if (source.charAt(i) == '\r') {
                return isLongLineEnd(i) ? "\r\n" : "\r";
            }
        }
        return "\n";
    }

    private boolean isLongLineEnd(int offset) {
        return offset + 1 < source.length()
                && source.charAt(offset) == '\r'
                && source.charAt(offset + 1) == '\n';
    }
}
