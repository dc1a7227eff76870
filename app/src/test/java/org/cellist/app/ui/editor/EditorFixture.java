package org.cellist.app.ui.editor;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.TokenStyle;
import org.cellist.app.ui.editor.text.CodeText;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/// One editor in a window, and a cell that records what it tells.
final class EditorFixture implements AutoCloseable {

    final Fx fx;
    final CodeHighlighter highlighter = new CodeHighlighter(new FxExecutor());
    final CodeEditor editor;
    final Stage stage;
    RecordedEdits cell = new RecordedEdits("");

    EditorFixture(Fx fx) {
        this.fx = fx;
        this.editor = fx.call(() -> new CodeEditor(highlighter));
        var root = fx.call(() -> new VBox(editor));
        this.stage = fx.show(root, 700, 500, Theme.LIGHT, CodeEditor.STYLE_SHEET);
    }

    /// Shows a source with the caret at `|` and the keyboard's focus.
    void show(String textWithCaret, EditorLanguage language) {
        show(textWithCaret, language, null);
    }

    void show(String textWithCaret, EditorLanguage language, @Nullable FoldedCode folded) {
        int caret = textWithCaret.indexOf('|');
        var text = textWithCaret.replace("|", "");
        cell = new RecordedEdits(text);
        fx.run(
                () -> {
                    editor.setListener(null);
                    editor.show(text, language, folded);
                    editor.setListener(cell);
                    editor.requestFocus();
                    editor.moveTo(Math.max(0, caret));
                });
        fx.settle();
    }

    void type(String characters) {
        fx.robot().write(characters, 0);
        fx.settle();
    }

    void perform(TextCommand command) {
        fx.run(() -> editor.perform(command));
        fx.settle();
    }

    void press(KeyCode... keys) {
        fx.robot().push(keys);
        fx.settle();
    }

    /// Returns the pieces of the text that are of a style, in no order across lines. On the JavaFX
    /// thread.
    List<CodeText> pieces(TokenStyle style) {
        return pieces(editor, style);
    }

    static List<CodeText> pieces(CodeEditor editor, TokenStyle style) {
        return editor.lookupAll("CodeText").stream()
                .map(CodeText.class::cast)
                .filter(piece -> piece.style() == style)
                .toList();
    }

    /// Returns the source with `|` at the caret.
    String textWithCaret() {
        return fx.call(
                () ->
                        new StringBuilder(editor.text())
                                .insert(editor.caretPosition(), "|")
                                .toString());
    }

    String selectedText() {
        return fx.call(
                () -> {
                    var range = editor.selection();
                    return editor.text().substring(range.getStart(), range.getEnd());
                });
    }

    List<String> calls() {
        return fx.call(() -> List.copyOf(cell.calls));
    }

    @Override
    public void close() {
        highlighter.close();
    }
}
