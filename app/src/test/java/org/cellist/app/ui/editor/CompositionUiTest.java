package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Sends what ibus-hangul sends: each step of a syllable, an empty step, then the commit.
@Tag("ui")
@ExtendWith(FxExtension.class)
class CompositionUiTest {

    private EditorFixture window;

    @BeforeEach
    void open(Fx fx) {
        window = new EditorFixture(fx);
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aSyllableIsOneEdit() {
        window.show("x = |", EditorLanguage.PYTHON);

        compose("ㅎ");
        compose("하");
        compose("한");
        compose("");
        commit("한");

        assertEquals(List.of("edited 4 0 한"), window.calls());
        assertEquals("x = 한|", window.textWithCaret());
    }

    @Test
    void whatIsComposedIsSeenButNotInTheSource() {
        window.show("a|b", EditorLanguage.PYTHON);

        compose("하");

        assertEquals("a하b", shownText());
        assertEquals("ab", window.fx.call(window.editor::text));
        assertEquals(List.of(), window.calls());
    }

    @Test
    void oneStepMayCommitASyllableAndBeginTheNext() {
        window.show("|", EditorLanguage.PYTHON);

        compose("한");
        step("한", "ㄱ");
        compose("그");
        compose("글");
        step("글", "");

        assertEquals(List.of("edited 0 0 한", "edited 1 0 글"), window.calls());
    }

    @Test
    void aCompositionReplacesTheSelectionInTheSameEdit() {
        window.show("one two|", EditorLanguage.PYTHON);
        window.fx.run(() -> window.editor.select(0, 3));

        compose("ㅎ");
        compose("하");
        commit("하");

        assertEquals(List.of("edited 0 3 하"), window.calls());
        assertEquals("하| two", window.textWithCaret());
    }

    @Test
    void aCompositionDeletedToNothingIsNoEdit() {
        window.show("ab|", EditorLanguage.PYTHON);

        compose("ㅎ");
        compose("");

        assertEquals(List.of(), window.calls());
        assertEquals("ab", shownText());
    }

    @Test
    void losingTheFocusCommits() {
        window.show("|", EditorLanguage.PYTHON);
        var other = window.fx.call(() -> new Button("x"));
        window.fx.run(() -> ((VBox) window.stage.getScene().getRoot()).getChildren().add(other));

        compose("한");
        window.fx.run(other::requestFocus);

        assertEquals(List.of("edited 0 0 한"), window.calls());
    }

    @Test
    void parkingCommits() {
        window.show("|", EditorLanguage.PYTHON);

        compose("한");
        window.fx.run(window.editor::park);

        assertEquals(List.of("edited 0 0 한"), window.calls());
    }

    @Test
    void aForeignChangeBeforeOrAfterLeavesTheCompositionInItsPlace() {
        window.show("a|b", EditorLanguage.PYTHON);

        compose("하");
        window.fx.run(() -> window.editor.applyChange(2, 0, "!"));
        window.fx.run(() -> window.editor.applyChange(0, 1, "__"));
        assertEquals("__하b!", shownText());
        commit("한");

        assertEquals(List.of("edited 2 0 한"), window.calls());
        assertEquals("__한|b!", window.textWithCaret());
    }

    @Test
    void aReadOnlyEditorComposesNothing() {
        window.show("a|", EditorLanguage.PYTHON);
        window.fx.run(() -> window.editor.setEditable(false));

        compose("하");
        commit("하");

        assertEquals("a", shownText());
        assertEquals(List.of(), window.calls());
    }

    @Test
    void typingGoesOnAfterACommit() {
        window.show("|", EditorLanguage.PYTHON);

        compose("한");
        commit("한");
        window.press(KeyCode.ENTER);
        window.type("a");

        assertEquals("한\na|", window.textWithCaret());
        assertEquals("한\na", window.cell.source.toString());
    }

    @Test
    void theCandidatesStandUnderTheComposedText() {
        window.show("abc|", EditorLanguage.PYTHON);
        var requests = window.fx.call(() -> area().getInputMethodRequests());

        var place = window.fx.call(() -> requests.getTextLocation(0));
        var caret = window.fx.call(() -> area().getCaretBounds().orElseThrow());

        assertEquals(caret.getMaxY(), place.getY());
        assertEquals(caret.getMinX(), place.getX(), 1);
    }

    private EditorArea area() {
        return (EditorArea) window.editor.lookup(".code-area");
    }

    private String shownText() {
        return window.fx.call(() -> area().getText());
    }

    private void compose(String text) {
        step("", text);
    }

    private void commit(String text) {
        step(text, "");
    }

    private void step(String committed, String composed) {
        var runs =
                composed.isEmpty()
                        ? List.<InputMethodTextRun>of()
                        : List.of(
                                new InputMethodTextRun(
                                        composed, InputMethodHighlight.SELECTED_RAW));
        window.fx.run(
                () ->
                        area().fireEvent(
                                        new InputMethodEvent(
                                                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                                                runs,
                                                committed,
                                                composed.length())));
        window.fx.settle();
    }
}
