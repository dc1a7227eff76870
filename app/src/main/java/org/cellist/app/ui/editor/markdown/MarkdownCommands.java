package org.cellist.app.ui.editor.markdown;

import java.util.List;
import java.util.function.UnaryOperator;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.jspecify.annotations.Nullable;

/// Makes the changes of Markdown's commands, each as one edit of an area.
///
/// Confined to the JavaFX Application Thread.
public record MarkdownCommands(CodeTextArea area) {

    public void heading() {
        lines(LineMarks::heading);
    }

    public void bullets() {
        lines(LineMarks::bullets);
    }

    public void numbers() {
        lines(LineMarks::numbers);
    }

    public void quotation() {
        lines(LineMarks::quotation);
    }

    public void bold() {
        wrap(Wrapping.BOLD);
    }

    public void italic() {
        wrap(Wrapping.ITALIC);
    }

    public void code() {
        wrap(Wrapping.CODE);
    }

    public void link() {
        make(Snippets.link(area.getText(), from(), to()));
    }

    public void image() {
        make(Snippets.image(area.getText(), from(), to()));
    }

    public void insertTable() {
        make(Snippets.table(area.getText(), to(), Texts.of("cell").get("table.heading")));
    }

    /// Goes to the next cell of the table at the caret, or to the one before.
    ///
    /// @return false when the caret is in no table, or before its first cell
    public boolean step(int by) {
        var table = from() == to() || isWithinLine() ? table() : null;
        var change = table == null ? null : table.stepped(by);
        if (change != null) {
            make(change);
        }
        return change != null;
    }

    /// Makes a link of the selected words and an address that is pasted.
    ///
    /// @return false when that is not what pasting means here
    public boolean pasteLink(String pasted) {
        var text = area.getText();
        if (!Snippets.becomesLink(text, from(), to(), pasted)) {
            return false;
        }
        make(Snippets.pastedLink(text, from(), to(), pasted));
        return true;
    }

    private int from() {
        return area.getSelection().getStart();
    }

    private int to() {
        return area.getSelection().getEnd();
    }

    private boolean isWithinLine() {
        return area.getSelectedText().indexOf('\n') < 0;
    }

    private @Nullable MarkdownTable table() {
        return MarkdownTable.at(area.getText(), area.getCaretPosition());
    }

    /// Lines up the columns of the table at the caret, if there is one.
    public void formatTable() {
        var table = table();
        if (table != null) {
            make(table.formatted());
        }
    }

    private void wrap(Wrapping marks) {
        make(marks.of(area.getText(), from(), to()));
    }

    public void maths() {
        if (isWithinLine()) {
            wrap(Wrapping.MATHS);
        } else {
            make(Snippets.formula(area.getText(), from(), to()));
        }
    }

    private void lines(UnaryOperator<List<String>> marks) {
        make(LineChange.of(area.getText(), area.getAnchor(), area.getCaretPosition(), marks));
    }

    private void make(TextChange change) {
        if (!area.getText(change.start(), change.end()).equals(change.inserted())) {
            area.replaceText(change.start(), change.end(), change.inserted());
        }
        area.selectRange(change.anchor(), change.caret());
    }
}
