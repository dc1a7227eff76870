package org.cellist.app.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What becomes of keys on their way to a text.
@Tag("ui")
@ExtendWith(FxExtension.class)
class KeyDispatcherUiTest {

    private final List<String> asked = new ArrayList<>();
    private final List<String> begun = new ArrayList<>();
    private final Set<KeyPlace> places = EnumSet.of(KeyPlace.WINDOW, KeyPlace.PAGE, KeyPlace.TEXT);
    private boolean drops;
    private Keymap keymap = KeyPreset.COLAB.keymap();
    private Fx fx;
    private TextField text;

    @BeforeEach
    void show(Fx fx) {
        this.fx = fx;
        text = fx.prepare(TextField::new);
        var root = fx.prepare(() -> new StackPane(text));
        var target =
                new KeyDispatcher.Target() {
                    @Override
                    public Set<KeyPlace> places(KeyEvent event) {
                        return places;
                    }

                    @Override
                    public boolean drops(KeyEvent event) {
                        return drops;
                    }

                    @Override
                    public void perform(String command) {
                        asked.add(command);
                    }

                    @Override
                    public void begun(String shown) {
                        begun.add(shown);
                    }
                };
        fx.run(() -> new KeyDispatcher(() -> keymap, target).listenTo(root));
        fx.show(root, 300, 100, Theme.LIGHT);
        fx.run(text::requestFocus);
        fx.settle();
    }

    @Test
    void aChordIsOneCommandAndWritesNothing() {
        fx.robot().push(KeyCode.CONTROL, KeyCode.M);
        fx.robot().push(KeyCode.B);
        fx.settle();

        assertEquals(List.of("cell.code.below"), asked);
        assertEquals(List.of("Ctrl+M", ""), begun);
        assertEquals("", fx.call(text::getText));
    }

    @Test
    void aChordThatIsNoneIsSwallowedWhole() {
        fx.robot().push(KeyCode.CONTROL, KeyCode.M);
        fx.robot().push(KeyCode.Q);
        fx.robot().push(KeyCode.R);
        fx.settle();

        assertEquals(List.of(), asked);
        assertEquals("r", fx.call(text::getText));
    }

    @Test
    void afterABegunLetterAnotherOneIsLookedAtAnew() {
        keymap = KeyPreset.JUPYTER.keymap();
        places.remove(KeyPlace.TEXT);
        places.add(KeyPlace.COMMAND);
        fx.run(text.getParent()::requestFocus);

        fx.robot().push(KeyCode.D);
        fx.robot().push(KeyCode.B);
        fx.robot().push(KeyCode.D);
        fx.robot().push(KeyCode.D);
        fx.settle();

        assertEquals(List.of("cell.code.below", "cell.remove"), asked);
    }

    @Test
    void keysOfAnotherPlaceAreWritten() {
        keymap = KeyPreset.JUPYTER.keymap();

        fx.robot().push(KeyCode.B);
        fx.settle();

        assertEquals(List.of(), asked);
        assertEquals("b", fx.call(text::getText));
    }

    @Test
    void whatIsDroppedDoesNothingAtAll() {
        drops = true;

        fx.robot().push(KeyCode.SHIFT, KeyCode.ENTER);
        fx.robot().push(KeyCode.B);
        fx.settle();

        assertEquals(List.of(), asked);
        assertEquals("", fx.call(text::getText));
    }
}
