package org.cellist.app.ui.editor;

import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.editor.completion.AssistLayer;
import org.cellist.app.ui.editor.completion.CodeAssistant;
import org.cellist.app.ui.editor.completion.PlayedAssist;
import org.cellist.app.ui.editor.completion.PlayedDelay;
import org.cellist.app.ui.editor.fold.FoldedCode;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.theme.Theme;

/// An editor with a layer above it, a kernel and a clock that the test plays.
final class AssistFixture implements AutoCloseable {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 620;

    final Fx fx;
    final PlayedAssist assist = new PlayedAssist();
    final CodeEditor editor;
    final VBox page;
    RecordedEdits cell = new RecordedEdits("");
    private final PlayedDelay delay = new PlayedDelay();
    private final CodeHighlighter highlighter = new CodeHighlighter(new FxExecutor());
    private final AssistLayer layer;

    AssistFixture(Fx fx) {
        this.fx = fx;
        editor = fx.prepare(() -> new CodeEditor(highlighter));
        layer = fx.prepare(AssistLayer::new);
        page = fx.prepare(() -> new VBox(editor));
        var root = fx.prepare(() -> new StackPane(page, layer));
        fx.run(() -> editor.setAssist(new CodeAssistant(layer, delay), assist));
        fx.show(root, WIDTH, HEIGHT, Theme.LIGHT, CodeEditor.STYLE_SHEET, AssistLayer.STYLE_SHEET);
        fx.run(() -> layer.resize(WIDTH, HEIGHT));
    }

    /// Shows Python with the caret at `|` and the keyboard's focus; its blocks can be folded.
    void show(String textWithCaret) {
        int caret = textWithCaret.indexOf('|');
        var text = textWithCaret.replace("|", "");
        cell = new RecordedEdits(text);
        fx.run(
                () -> {
                    editor.setListener(null);
                    editor.show(text, EditorLanguage.PYTHON, new FoldedCode());
                    editor.setListener(cell);
                    editor.requestFocus();
                    editor.moveTo(caret);
                });
        pass(0);
    }

    void type(String characters) {
        fx.robot().write(characters, 0);
        pass(0);
    }

    void perform(TextCommand command) {
        fx.run(() -> editor.perform(command));
        pass(0);
    }

    void press(KeyCode... keys) {
        fx.robot().push(keys);
        pass(0);
    }

    /// Lets time pass.
    void pass(int millis) {
        fx.settle();
        fx.run(() -> delay.pass(Duration.ofMillis(millis)));
        fx.settle();
    }

    /// Types, and lets the hands rest.
    void typeAndRest(String characters) {
        type(characters);
        pass(200);
    }

    /// The kernel answers the newest question.
    void answer(int start, int end, String... names) {
        fx.run(() -> assist.complete(start, end, names));
        fx.settle();
    }

    void tell(String words) {
        fx.run(() -> assist.tell(words));
        fx.settle();
    }

    List<String> asked() {
        return fx.call(() -> List.copyOf(assist.asked));
    }

    /// Returns the source with `|` at the caret.
    String textWithCaret() {
        return fx.call(
                () ->
                        new StringBuilder(editor.text())
                                .insert(editor.caretPosition(), "|")
                                .toString());
    }

    /// Returns the names in the list, the chosen one with `*`.
    List<String> names() {
        return fx.call(
                () ->
                        layer.lookupAll(".assist-row").stream()
                                .filter(Node::isVisible)
                                .map(row -> name((Region) row))
                                .toList());
    }

    private static String name(Region row) {
        boolean isChosen =
                row.getPseudoClassStates().stream()
                        .anyMatch(it -> it.getPseudoClassName().equals("selected"));
        return words((TextFlow) row.lookup(".assist-name")) + (isChosen ? "*" : "");
    }

    private static String words(TextFlow flow) {
        var words = new StringBuilder();
        flow.getChildren().forEach(it -> words.append(((Text) it).getText()));
        return words.toString();
    }

    boolean isShown(String styleClass) {
        return fx.call(() -> layer.lookup("." + styleClass) != null);
    }

    /// Returns the words of the note below the list or the card.
    String note() {
        return fx.call(() -> ((Labeled) layer.lookup(".assist-note")).getText());
    }

    String signature() {
        return fx.call(() -> words((TextFlow) layer.lookup(".assist-hint").lookup("TextFlow")));
    }

    /// Returns a node above the page. Called on the JavaFX thread.
    Region node(String styleClass) {
        return (Region) layer.lookup("." + styleClass);
    }

    /// An input method commits and goes on composing.
    void compose(String committed, String composed) {
        var runs =
                composed.isEmpty()
                        ? List.<InputMethodTextRun>of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.SELECTED_RAW));
        fx.run(
                () ->
                        editor.lookup(".code-area")
                                .fireEvent(
                                        new InputMethodEvent(
                                                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                                runs,
                                                committed,
                                                composed.length())));
        pass(0);
    }

    @Override
    public void close() {
        highlighter.close();
    }
}
