package org.cellist.app.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class BracketMarksUiTest {

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
    void theBracketAtTheCaretAndItsPartnerAreFramed() {
        window.show("f(x|)\n", EditorLanguage.PYTHON);
        awaitFrames(2);

        window.press(KeyCode.LEFT);
        awaitFrames(2);
        window.press(KeyCode.END);
        window.press(KeyCode.DOWN);

        awaitFrames(0);
    }

    @Test
    void aBracketWithoutAPartnerIsMarkedOtherwise() {
        window.show("|f", EditorLanguage.PYTHON);
        window.press(KeyCode.END);

        window.type(")");

        awaitFrames(1);
        assertTrue(
                window.fx.call(
                        () ->
                                brackets()
                                        .getPseudoClassStates()
                                        .contains(PseudoClass.getPseudoClass("unmatched"))));
    }

    @Test
    void anotherSourceHasNoFrames() {
        window.show("f(x|)", EditorLanguage.PYTHON);
        awaitFrames(2);

        window.show("none|", EditorLanguage.PYTHON);

        awaitFrames(0);
        assertEquals(0, window.fx.call(() -> brackets().getElements().size()));
    }

    private Path brackets() {
        return (Path) window.editor.lookup(".brackets");
    }

    private void awaitFrames(int number) {
        window.fx.await(
                number + " brackets are framed",
                () -> {
                    var path = brackets();
                    long frames =
                            path == null
                                    ? 0
                                    : path.getElements().stream()
                                            .filter(MoveTo.class::isInstance)
                                            .count();
                    return frames == number;
                });
    }
}
