package org.cellist.app.ui.sheet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Lies over the window and shows sheets, the newest on top.
///
/// While a sheet is open, mouse and keys reach nothing else; when the last one closes, the keys
/// go back to where they were.
///
/// Confined to the JavaFX Application Thread.
public final class SheetLayer extends StackPane {

    private final Deque<Shown> shown = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ChangeListener<Node> focusKeeper = (_, _, owner) -> keepFocus(owner);

    public SheetLayer() {
        getStyleClass().add("sheet-layer");
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::escape);
        sceneProperty().addListener((_, before, now) -> follow(before, now));
    }

    /// Shows a sheet until it is closed, and gives keys to its first control that takes them.
    public void open(Sheet sheet) {
        var scene = getScene();
        var veil = new StackPane(sheet);
        veil.getStyleClass().add(sheet.isLight() ? "sheet-veil-light" : "sheet-veil");
        if (sheet.isLight()) {
            veil.setOnMousePressed(press -> closeBeside(press, veil, sheet));
        }
        shown.push(new Shown(sheet, veil, scene == null ? null : scene.getFocusOwner()));
        getChildren().add(veil);
        setVisible(true);
        open.set(true);
        sheet.closedProperty().addListener((_, _, closed) -> closed(sheet));
        applyCss();
        focusFirst(sheet);
    }

    /// True while any sheet is shown.
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// Does for every sheet what Escape does.
    public void escapeAll() {
        List.copyOf(shown).forEach(each -> each.sheet.escape());
    }

    private static void closeBeside(MouseEvent press, StackPane veil, Sheet sheet) {
        if (veil.equals(press.getTarget())) {
            sheet.escape();
        }
    }

    private void closed(Sheet sheet) {
        var gone = shown.stream().filter(each -> each.sheet == sheet).findFirst();
        if (gone.isEmpty()) {
            return;
        }
        shown.remove(gone.get());
        getChildren().remove(gone.get().veil);
        setVisible(!shown.isEmpty());
        open.set(!shown.isEmpty());
        var focus = gone.get().focusBefore;
        if (focus != null && focus.getScene() != null) {
            focus.requestFocus();
        }
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !shown.isEmpty()) {
            event.consume();
            shown.element().sheet.escape();
        }
    }

    private void follow(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.focusOwnerProperty().removeListener(focusKeeper);
        }
        if (now != null) {
            now.focusOwnerProperty().addListener(focusKeeper);
        }
    }

    private void keepFocus(@Nullable Node owner) {
        if (shown.isEmpty() || owner == null) {
            return;
        }
        var top = shown.element().sheet;
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each == top) {
                return;
            }
        }
        focusFirst(top);
    }

    /// A form is entered at its first field; a question at the choice that Enter takes.
    private static void focusFirst(Sheet sheet) {
        var field = sheet.lookup(".sheet-focus");
        if (field == null) {
            field =
                    sheet.lookupAll(".sheet-button").stream()
                            .filter(each -> ((Button) each).isDefaultButton())
                            .findFirst()
                            .orElseGet(() -> sheet.lookup(".sheet-button"));
        }
        if (field != null) {
            field.requestFocus();
        }
    }

    /// A sheet on the layer.
    ///
    /// @param focusBefore what had the keys when it was opened
    private record Shown(Sheet sheet, StackPane veil, @Nullable Node focusBefore) {}
}
