package org.cellist.app.ui.output;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Wheel and keys of an [OutputBox] that scrolls.
///
/// The wheel scrolls the box while it has the focus, or after the pointer moved inside it: a
/// notebook that is being scrolled must not stop because a box came under the pointer. At either
/// end the wheel goes on to the notebook.
///
/// Confined to the JavaFX Application Thread.
final class BoxScrolling {

    private static final double LINE = 40;

    private final OutputBox box;
    private boolean pointed;

    BoxScrolling(OutputBox box) {
        this.box = box;
    }

    void install() {
        box.addEventFilter(MouseEvent.MOUSE_MOVED, event -> pointed |= !event.isSynthesized());
        box.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> pointed = false);
        box.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> pressed());
        box.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        box.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void pressed() {
        pointed = true;
        if (box.scrolls() && !box.isFocusWithin()) {
            box.requestFocus();
        }
    }

    private void wheel(ScrollEvent event) {
        boolean isMeant = pointed || box.isFocusWithin();
        if (isMeant && event.getDeltaY() != 0 && box.scrollBy(-event.getDeltaY())) {
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (!box.scrolls() || event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        boolean moved =
                switch (event.getCode()) {
                    case UP -> box.scrollBy(-LINE);
                    case DOWN -> box.scrollBy(LINE);
                    case PAGE_UP -> box.scrollBy(LINE - OutputBox.LIMIT);
                    case PAGE_DOWN -> box.scrollBy(OutputBox.LIMIT - LINE);
                    case HOME -> box.scrollBy(Double.NEGATIVE_INFINITY);
                    case END -> box.scrollBy(Double.POSITIVE_INFINITY);
                    default -> false;
                };
        if (moved) {
            event.consume();
        }
    }
}
