package org.cellist.app.ui.editor.typing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The whole lines that the selection touches, changed as one edit.
///
/// A selection that ends at the start of a line does not touch that line.
///
/// Confined to the JavaFX Application Thread.
final class LineBlock {

    private final CodeTextArea area;
    private final int first;
    private final int last;

    LineBlock(CodeTextArea area) {
        this.area = area;
        // The lines and columns that RichTextFX tells of a selection can be those of an older text.
        var selection = area.getSelection();
        this.first = area.offsetToPosition(selection.getStart(), Bias.Forward).getMajor();
        var end = area.offsetToPosition(selection.getEnd(), Bias.Forward);
        boolean touchesEnd = end.getMajor() == first || end.getMinor() > 0;
        this.last = touchesEnd ? end.getMajor() : end.getMajor() - 1;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    boolean isOneLine() {
        return first == last;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        for (int i = first; i <= last; i++) {
            lines.add(area.getText(i));
        }
        return lines;
    }

    String text() {
        return String.join("\n", lines());
    }

    /// Replaces each line by what the operator makes of it, and keeps the selection on its text.
    void replaceEach(UnaryOperator<String> operator) {
        var before = lines();
        var after = before.stream().map(operator).toList();
        if (after.equals(before)) {
            return;
        }
        var anchor = new Place(area.getAnchor());
        var caret = new Place(area.getCaretPosition());
        int start = area.getAbsolutePosition(first, 0);
        int end = area.getAbsolutePosition(last, area.getParagraphLength(last));
        area.replaceText(start, end, String.join("\n", after));
        area.selectRange(anchor.after(before, after), caret.after(before, after));
    }

    /// An end of the selection as line and column, which follows the change in its line's start.
    private final class Place {

        private final int line;
        private final int column;

        Place(int offset) {
            var position = area.offsetToPosition(offset, Bias.Forward);
            this.line = position.getMajor();
            this.column = position.getMinor();
        }

        int after(List<String> before, List<String> now) {
            int column = this.column;
            if (line >= first && line <= last && column > 0) {
                int change = now.get(line - first).length() - before.get(line - first).length();
                column = Math.max(0, column + change);
            }
            return area.getAbsolutePosition(line, Math.min(column, area.getParagraphLength(line)));
        }
    }
}
