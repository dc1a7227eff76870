package org.cellist.app.ui.workbench.tabs;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Popup;

/// The name of the tab that is dragged, beside a pointer that is over no window. Over a window
/// [TabMarks] shows it.
///
/// Confined to the JavaFX Application Thread.
public final class DraggedName {

    private final Popup popup = new Popup();
    private final Label words = new Label();

    /// @param owner the scene that the drag began in, whose looks it has
    public DraggedName(Scene owner) {
        words.getStyleClass().add("tab-dragged");
        words.setMouseTransparent(true);
        popup.setAutoFix(false);
        popup.getContent().add(words);
        popup.getScene().getStylesheets().setAll(owner.getStylesheets());
        popup.getScene().getRoot().getStyleClass().addAll(owner.getRoot().getStyleClass());
        popup.getScene().getRoot().getStyleClass().remove("workbench");
        popup.getScene().getRoot().getStyleClass().add("tab-leaving");
    }

    /// Shows it beside the pointer.
    public void show(Scene owner, String name, double screenX, double screenY) {
        words.setText(name);
        if (popup.isShowing()) {
            popup.setX(screenX + TabMarks.FROM_POINTER);
            popup.setY(screenY + TabMarks.FROM_POINTER);
        } else {
            popup.show(
                    owner.getWindow(),
                    screenX + TabMarks.FROM_POINTER,
                    screenY + TabMarks.FROM_POINTER);
        }
    }

    public void hide() {
        popup.hide();
    }
}
