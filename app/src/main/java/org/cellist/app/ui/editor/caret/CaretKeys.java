package org.cellist.app.ui.editor.caret;

import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cellist.app.ui.editor.typing.KeyBehaviour;

/// What keys do while there are several carets: the same at each, as one edit. Escape leaves one.
///
/// Confined to the JavaFX Application Thread.
public final class CaretKeys implements KeyBehaviour {

    private final SeveralCarets carets;
    private final KeyBehaviour typing;
    private final Consumer<KeyEvent> area;

    /// @param typing what keys do at one caret, asked first
    /// @param area does what the area itself does for a key
    public CaretKeys(SeveralCarets carets, KeyBehaviour typing, Consumer<KeyEvent> area) {
        this.carets = carets;
        this.typing = typing;
        this.area = area;
    }

    @Override
    public boolean handle(KeyEvent event) {
        if (!carets.areSeveral()) {
            return false;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return repeat(event);
        }
        return event.getEventType() == KeyEvent.KEY_PRESSED && pressed(event);
    }

    private boolean pressed(KeyEvent event) {
        return switch (event.getCode()) {
            case LEFT, KP_LEFT, RIGHT, KP_RIGHT, UP, KP_UP, DOWN, KP_DOWN, HOME, END -> {
                yield repeat(event);
            }
            case BACK_SPACE, ENTER, TAB -> repeat(event);
            case DELETE -> !event.isShiftDown() && repeat(event); // with Shift it cuts
            case ESCAPE -> leaveOne();
            case PAGE_UP, PAGE_DOWN -> {
                carets.leaveOne();
                yield false;
            }
            default -> {
                if (event.getCode() == KeyCode.A && event.isShortcutDown()) {
                    carets.leaveOne(); // everything will be selected
                }
                yield false;
            }
        };
    }

    private boolean leaveOne() {
        carets.leaveOne();
        return true;
    }

    private boolean repeat(KeyEvent event) {
        carets.atEach(
                () -> {
                    if (!typing.handle(event)) {
                        area.accept(event);
                    }
                });
        return true;
    }
}
