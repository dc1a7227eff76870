package org.cellist.app.ui.editor.typing;

import java.util.function.Supplier;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.text.CodeTextArea;

/// Changes the lines that the selection touches, each time as one edit. A selection stays on its
/// text.
///
/// Confined to the JavaFX Application Thread.
public record LineCommands(CodeTextArea area, Supplier<EditorLanguage> language) {

    /// Makes the lines comments, or code again if all of them are.
    public void toggleComment() {
        var block = new LineBlock(area);
        var comments = new CommentedLines(block.lines(), language.get());
        block.replaceEach(comments::toggled);
    }

    /// Moves the lines to the right by one step.
    public void indent() {
        new LineBlock(area).replaceEach(line -> line.isBlank() ? line : Lines.STEP_SPACES + line);
    }

    /// Moves the lines to the left by one step.
    public void outdent() {
        new LineBlock(area).replaceEach(Lines::outdented);
    }

    /// Moves the lines before the line above them; nothing happens at the top.
    public void moveUp() {
        var block = new LineBlock(area);
        if (block.first() > 0) {
            var above = area.getText(block.first() - 1);
            move(block.first() - 1, block.last(), block.text() + "\n" + above, -above.length() - 1);
        }
    }

    /// Moves the lines behind the line below them; nothing happens at the bottom.
    public void moveDown() {
        var block = new LineBlock(area);
        if (block.last() + 1 < area.getParagraphs().size()) {
            var below = area.getText(block.last() + 1);
            move(block.first(), block.last() + 1, below + "\n" + block.text(), below.length() + 1);
        }
    }

    private void move(int first, int last, String text, int by) {
        int anchor = area.getAnchor() + by;
        int caret = area.getCaretPosition() + by;
        int start = area.getAbsolutePosition(first, 0);
        area.replaceText(start, endOf(last), text);
        area.selectRange(
                Math.clamp(anchor, 0, area.getLength()), Math.clamp(caret, 0, area.getLength()));
    }

    /// Inserts the lines once more below, and goes on in those.
    public void duplicate() {
        var block = new LineBlock(area);
        var text = "\n" + block.text();
        int anchor = area.getAnchor() + text.length();
        int caret = area.getCaretPosition() + text.length();
        area.insertText(endOf(block.last()), text);
        area.selectRange(anchor, caret);
    }

    /// Takes the lines out.
    public void remove() {
        var block = new LineBlock(area);
        int column = area.getCaretColumn();
        boolean isLast = block.last() + 1 == area.getParagraphs().size();
        int start = area.getAbsolutePosition(block.first(), 0);
        if (isLast) {
            area.deleteText(Math.max(0, start - 1), endOf(block.last()));
        } else {
            area.deleteText(start, endOf(block.last()) + 1);
        }
        int line = Math.min(block.first(), area.getParagraphs().size() - 1);
        area.moveTo(line, Math.min(column, area.getParagraphLength(line)));
    }

    private int endOf(int line) {
        return area.getAbsolutePosition(line, area.getParagraphLength(line));
    }
}
