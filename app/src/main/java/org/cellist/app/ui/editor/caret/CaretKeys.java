package org.cellist.app.ui.editor.caret;

import java.util.function.BooleanSupplier;
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
    private final BooleanSupplier isEditable;

    /// @param typing what keys do at one caret, asked first
    /// @param area does what the area itself does for a key
    public CaretKeys(
            SeveralCarets carets,
            KeyBehaviour typing,
            Consumer<KeyEvent> area,
            BooleanSupplier isEditable) {
        this.carets = carets;
        this.typing = typing;
        this.area = area;
        this.isEditable = isEditable;
    }

    @Override
    public boolean handle(KeyEvent event) {
        if (!carets.areSeveral()) {
            return false;
        }
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return isOrdinary(event) ? replace(event.getCharacter()) : repeat(event);
        }
        return event.getEventType() == KeyEvent.KEY_PRESSED && pressed(event);
    }

    private boolean pressed(KeyEvent event) {
        return switch (event.getCode()) {
            case UP, KP_UP -> wander(event, true);
            case DOWN, KP_DOWN -> wander(event, false);
            case LEFT, KP_LEFT, RIGHT, KP_RIGHT, HOME, END -> repeat(event);
            case ENTER, TAB -> repeat(event);
            case BACK_SPACE -> delete(event);
            case DELETE -> !event.isShiftDown() && delete(event); // with Shift it cuts
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

    private boolean wander(KeyEvent event, boolean up) {
        boolean isModified = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        if (isModified || carets.areWrapped()) {
            return repeat(event);
        }
        carets.wander(up, event.isShiftDown());
        return true;
    }

    /// A letter, digit or space is no key of any behaviour, so that all of them can be written at
    /// once.
    private boolean isOrdinary(KeyEvent event) {
        var text = event.getCharacter();
        boolean isModified = event.isControlDown() || event.isAltDown() || event.isMetaDown();
        return !isModified
                && isEditable.getAsBoolean()
                && !text.isEmpty()
                && text.codePoints().allMatch(c -> c == ' ' || Character.isLetterOrDigit(c));
    }

    private boolean delete(KeyEvent event) {
        return (carets.selectSomething() && isEditable.getAsBoolean())
                ? replace("")
                : repeat(event);
    }

    private boolean replace(String text) {
        carets.replaceSelections(text);
        return true;
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
