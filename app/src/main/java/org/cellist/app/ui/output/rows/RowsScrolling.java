package org.cellist.app.ui.output.rows;

import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Wheel and keys of a [RowsView].
///
/// The wheel scrolls the rows only after the pointer moved inside them: a notebook that is being
/// scrolled must not stop because a long output came under the pointer. At either end the wheel
/// goes on to the notebook.
///
/// Confined to the JavaFX Application Thread.
final class RowsScrolling {

    private final RowsView<?> view;
    private boolean pointed;

    RowsScrolling(RowsView<?> view) {
        this.view = view;
    }

    void install() {
        view.addEventFilter(MouseEvent.MOUSE_MOVED, event -> pointed |= !event.isSynthesized());
        view.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pointed = true);
        view.addEventFilter(MouseEvent.MOUSE_EXITED, _ -> pointed = false);
        view.addEventHandler(ScrollEvent.SCROLL, this::wheel);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void wheel(ScrollEvent event) {
        boolean moved =
                (event.getDeltaX() != 0 && view.scrollSideways(-event.getDeltaX()))
                        || (event.isShiftDown() && view.scrollSideways(-event.getDeltaY()));
        if (!moved && pointed && view.scrolls() && event.getDeltaY() != 0) {
            moved = view.scrollBy(-event.getDeltaY());
        }
        if (moved) {
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (!view.scrolls() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        boolean known =
                switch (event.getCode()) {
                    case UP -> moved(-view.rowHeight());
                    case DOWN -> moved(view.rowHeight());
                    case PAGE_UP -> moved(-view.pageHeight());
                    case PAGE_DOWN -> moved(view.pageHeight());
                    case HOME -> moved(Double.NEGATIVE_INFINITY);
                    case END -> moved(Double.POSITIVE_INFINITY);
                    default -> false;
                };
        if (known) {
            event.consume();
        }
    }

    private boolean moved(double pixels) {
        view.scrollBy(pixels);
        return true;
    }
}
