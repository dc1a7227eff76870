package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.function.IntUnaryOperator;
import org.cellist.app.notebook.model.Spliced;
import org.cellist.app.ui.editor.fold.Folds;
import org.cellist.app.ui.editor.marks.Marks;

/// A cell's source as the document has it, beside an area that knows only `\n` as a line end and
/// shows nothing of what is folded.
///
/// RichTextFX shows `\r\n` and `\r` as `\n`. A source with such line ends must keep them, so
/// every offset is translated: a *plain* offset counts `\r\n` as one, a *source* offset as two;
/// a *shown* offset is a plain one that does not count what is hidden. A source without `\r` and
/// folds, nearly every one, is passed through.
///
/// Confined to the JavaFX Application Thread.
final class SourceText {

    private String source = "";
    private boolean hasCarriageReturns;
    private Folds folds = Folds.NONE;

    void set(String text) {
        source = text;
        hasCarriageReturns = text.indexOf('\r') >= 0;
        folds = Folds.NONE;
    }

    Folds folds() {
        return folds;
    }

    /// Hides other parts, known by plain offsets, than before. The area must be made to show that.
    void fold(Folds folded) {
        folds = folded;
    }

    /// Returns whether every line end is one of `\n` and `\r\n`: else a change can join two.
    boolean hasPlainLineEnds() {
        for (int i = 0; hasCarriageReturns && i < source.length(); i++) {
            if (source.charAt(i) == '\r' && !isLongLineEnd(i)) {
                return false;
            }
        }
        return true;
    }

    boolean hasCarriageReturns() {
        return hasCarriageReturns;
    }

    /// Returns the whole text with `\n` for every line end, also what is folded.
    String plain() {
        return hasCarriageReturns ? shown(source) : source;
    }

    @Override
    public String toString() {
        return source;
    }

    CharSequence chars() {
        return source;
    }

    int length() {
        return source.length();
    }

    void replace(int offset, int removedLength, String inserted) {
        if (!folds.isEmpty()) {
            int start = toPlain(offset);
            int removed = toPlain(offset + removedLength) - start;
            folds = folds.after(start, removed, shown(inserted).length());
        }
        source = Spliced.text(source, offset, offset + removedLength, inserted);
        hasCarriageReturns = hasCarriageReturns || inserted.indexOf('\r') >= 0;
    }

    /// Returns the offset in the source of the character shown at `shown`; at the end of a folded
    /// line, before what is hidden.
    int toSource(int shown) {
        return plainToSource(folds.toWhole(shown));
    }

    /// Returns the shown offset of the source's character at `offset`; between `\r` and `\n`,
    /// that of the line end; of a hidden one, the end of its block's first line.
    int toShown(int offset) {
        return folds.toShown(toPlain(offset));
    }

    /// Returns what does the same as [#toSource] for one offset after the other: in one pass over
    /// the source where they rise.
    IntUnaryOperator toSourceInOrder() {
        var last = new int[2]; // a plain offset, and where that is in the source
        return shown -> {
            int plain = folds.toWhole(shown);
            if (plain < last[0]) {
                last[0] = 0;
                last[1] = 0;
            }
            last[1] = plainToSource(last[0], last[1], plain);
            last[0] = plain;
            return last[1];
        };
    }

    int plainToSource(int plain) {
        return plainToSource(0, 0, plain);
    }

    private int plainToSource(int fromPlain, int from, int plain) {
        if (!hasCarriageReturns) {
            return plain;
        }
        int offset = from;
        for (int i = fromPlain; i < plain; i++) {
            offset += isLongLineEnd(offset) ? 2 : 1;
        }
        return offset;
    }

    int toPlain(int offset) {
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

    /// Returns marks of the source in plain offsets. What lies beyond the source was found in
    /// another one, and is left out.
    Marks toPlain(Marks marks) {
        var plain = new ArrayList<Marks.Mark>();
        for (var mark : marks.all()) {
            if (mark.end() <= length()) {
                int start = toPlain(mark.start());
                plain.add(new Marks.Mark(start, toPlain(mark.end()), mark.look()));
            }
        }
        return new Marks(plain);
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
