package org.cellist.app.ui.output.terminal;

import javafx.scene.Cursor;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.cellist.app.ui.output.rows.RowsView;

/// Selecting and copying terminal text: drag, double click for a word, triple click for a line,
/// shift to extend; the shortcuts of any text.
///
/// Confined to the JavaFX Application Thread.
final class TerminalMouse {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private final TerminalView view;
    private final RowsView<?> rows;
    private boolean dragging;

    TerminalMouse(TerminalView view, RowsView<?> rows) {
        this.view = view;
        this.rows = rows;
    }

    void install() {
        rows.setCursor(Cursor.TEXT);
        rows.setFocusTraversable(true);
        rows.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        rows.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        rows.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> dragging = false);
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        rows.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        rows.requestFocus();
        dragging = true;
        var place = view.placeAt(event.getX(), event.getY());
        if (event.isShiftDown()) {
            view.selection().extend(place);
        } else if (event.getClickCount() == 2) {
            var word = TerminalSelection.wordAt(view.lineOf(place), place.column());
            view.selection()
                    .select(
                            new TextPlace(place.line(), word.from()),
                            new TextPlace(place.line(), word.to()));
        } else if (event.getClickCount() > 2) {
            view.selection()
                    .select(
                            new TextPlace(place.line(), 0),
                            new TextPlace(place.line(), view.lineOf(place).columns()));
        } else {
            view.selection().begin(place);
        }
        view.selectionChanged();
    }

    private void dragged(MouseEvent event) {
        if (!dragging) {
            return;
        }
        view.selection().extend(view.placeAt(event.getX(), event.getY()));
        rows.reveal(rows.rowAt(event.getY()));
        view.selectionChanged();
        event.consume();
    }

    private void key(KeyEvent event) {
        if (COPY.match(event) && !view.selection().isEmpty()) {
            copy();
            event.consume();
        } else if (ALL.match(event)) {
            view.selectAll();
            event.consume();
        }
    }

    private void menu(ContextMenuEvent event) {
        var texts = Texts.of("output");
        var copy = new MenuItem(texts.get("copy"));
        copy.setDisable(view.selection().isEmpty());
        copy.setOnAction(_ -> copy());
        var all = new MenuItem(texts.get("selectAll"));
        all.setOnAction(
                _ -> {
                    rows.requestFocus();
                    view.selectAll();
                });
        MenuPlace.show(rows, event, copy, all);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(view.selectedText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
