package org.cellist.app.ui.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ui")
@ExtendWith(FxExtension.class)
class OwnWindowUiTest {

    private final StackPane content = new StackPane();
    private final AtomicInteger closed = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({
        "ESCAPE, false, false, 1", // key, with the shortcut key, taken by what is in it, closed
        "ESCAPE, false, true, 0",
        "ESCAPE, true, false, 0",
        "W, true, false, 1",
        "W, false, false, 0"
    })
    void keysCloseIt(KeyCode key, boolean isShortcut, boolean isTaken, int times, Fx fx) {
        var leader = fx.show(new StackPane(), 300, 200).getScene();
        var window =
                fx.prepare(() -> new OwnWindow(content, 200, 100, leader, closed::incrementAndGet));
        fx.run(window::show);
        if (isTaken) {
            content.addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
        }

        fx.run(() -> content.fireEvent(press(key, isShortcut)));

        assertEquals(times, closed.get());
        fx.run(window::close);
    }

    private static KeyEvent press(KeyCode key, boolean isShortcut) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, isShortcut, false, false);
    }
}
