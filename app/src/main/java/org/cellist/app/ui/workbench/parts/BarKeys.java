package org.cellist.app.ui.workbench.parts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.fx.Keyable;

/// Walks along the bars of a window by keys: arrows from button to button, Tab from bar to bar,
/// Enter and the space bar to press, Escape back to the page.
///
/// A click takes the keys from nobody there: the buttons are about what has them. So they are not
/// among what Tab reaches elsewhere, and those that have the keys always show it.
///
/// Confined to the JavaFX Application Thread.
public final class BarKeys {

    private final Node window;
    private final Runnable leave;
    private final List<Supplier<Node>> bars = new ArrayList<>();

    /// @param leave gives the keys back to the page
    public BarKeys(Node window, Runnable leave) {
        this.window = window;
        this.leave = leave;
    }

    /// Adds a bar after those before it. The first one is entered; those that are not shown, or
    /// have nothing to press, are left out.
    public void add(Node bar) {
        add(() -> bar);
        listenTo(bar);
    }

    /// Adds a place for bars of which one at a time has its turn; all are listened to.
    public void add(Supplier<Node> bar) {
        bars.add(bar);
    }

    /// Begins to listen to the keys of a bar.
    public void listenTo(Node bar) {
        bar.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, bar));
    }

    /// Goes to the first bar, or from one to the next.
    public void go() {
        go(1);
    }

    private void go(int step) {
        var owner = Keyable.owner(window);
        var shown =
                bars.stream()
                        .map(Supplier::get)
                        .filter(bar -> !Keyable.buttons(bar).isEmpty())
                        .toList();
        int now = -1;
        for (int i = 0; i < shown.size(); i++) {
            now = Keyable.isWithin(owner, shown.get(i)) ? i : now;
        }
        if (!shown.isEmpty()) {
            int next = now < 0 ? 0 : Math.floorMod(now + step, shown.size());
            Keyable.buttons(shown.get(next)).getFirst().requestFocus();
        }
    }

    private void key(KeyEvent event, Node bar) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean isUsed =
                switch (event.getCode()) {
                    case LEFT, UP -> walk(bar, -1);
                    case RIGHT, DOWN -> walk(bar, 1);
                    case TAB -> {
                        go(event.isShiftDown() ? -1 : 1);
                        yield true;
                    }
                    case ESCAPE -> {
                        leave.run();
                        yield true;
                    }
                    case ENTER, SPACE -> press(bar);
                    default -> false;
                };
        if (isUsed) {
            event.consume();
        }
    }

    private boolean walk(Node bar, int step) {
        var stops = Keyable.buttons(bar);
        int now = stops.indexOf(Keyable.owner(window));
        if (!stops.isEmpty()) {
            stops.get(Math.floorMod(now + step, stops.size())).requestFocus();
        }
        return true;
    }

    /// What is no button hears the key itself.
    private boolean press(Node bar) {
        var owner = Keyable.owner(window);
        if (owner instanceof ButtonBase button && Keyable.isWithin(button, bar)) {
            button.fire();
            return true;
        }
        return false;
    }
}
