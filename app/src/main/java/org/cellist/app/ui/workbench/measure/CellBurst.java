package org.cellist.app.ui.workbench.measure;

import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Runs the first code cell that is shown.
///
/// Confined to the JavaFX Application Thread.
final class CellBurst implements Burst {

    private final Scene scene;
    private @Nullable Node row;
    private @Nullable Node area;

    CellBurst(Scene scene) {
        this.scene = scene;
    }

    @Override
    public void prepare(Runnable ready, Consumer<String> failed) {
        row = scene.getRoot().lookup(".code-row");
        area = row == null ? null : row.lookup(".code-area");
        if (area == null) {
            failed.accept("no code cell");
            return;
        }
        area.requestFocus();
        ready.run();
    }

    @Override
    public void begin() {
        Event.fireEvent(area, press(KeyCode.ENTER));
    }

    /// Returns the press of a key with Ctrl.
    static KeyEvent press(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false);
    }

    @Override
    public boolean isOver() {
        return row != null
                && row.lookup(".run-state") instanceof Labeled state
                && (state.getText().startsWith("✓") || state.getText().startsWith("✕"));
    }
}
