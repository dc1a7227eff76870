package org.cellist.app.ui.notebook.language;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;

/// A field over the page in which a name is given another one.
///
/// Enter takes it; Escape and whatever else takes the keys leave all as it is.
///
/// Confined to the JavaFX Application Thread.
public final class RenameField extends VBox {

    private static final double EDGE = 8;
    private static final double GAP = 4;
    private static final int LEAST_COLUMNS = 14;

    private final TextField field;
    private final Consumer<RenameField> leave;
    private boolean isLeft;

    /// @param then told the name that was typed, after `leave`
    /// @param leave takes the field away and gives keys back
    public RenameField(String name, Consumer<String> then, Consumer<RenameField> leave) {
        this.leave = leave;
        field = new TextField(name);
        field.setPrefColumnCount(Math.max(LEAST_COLUMNS, name.length() + 2));
        field.getStyleClass().add("rename-name");
        field.setOnAction(
                _ -> {
                    leave();
                    then.accept(field.getText());
                });
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        field.focusedProperty()
                .subscribe(
                        (before, now) -> {
                            if (before && !now) {
                                leave();
                            }
                        });
        var hint = new Label(Texts.of("language").get("rename.hint"));
        hint.getStyleClass().add("rename-hint");
        getStyleClass().add("rename-field");
        getChildren().addAll(field, hint);
        setManaged(false);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            leave();
        }
    }

    /// Returns whether keys go here.
    public boolean hasKeys() {
        return field.isFocused();
    }

    private void leave() {
        if (!isLeft) {
            isLeft = true;
            leave.accept(this);
        }
    }

    /// Stands below a place, or above it for lack of room, and takes the keys.
    ///
    /// @param place in pixels of the parent
    public void enter(Bounds place, double parentWidth, double parentHeight) {
        applyCss();
        double width = prefWidth(-1);
        double height = prefHeight(width);
        double x = Math.clamp(place.getMinX() - EDGE, EDGE, Math.max(EDGE, parentWidth - width));
        boolean isBelow = place.getMaxY() + GAP + height < parentHeight;
        double y = isBelow ? place.getMaxY() + GAP : place.getMinY() - GAP - height;
        resizeRelocate(Math.rint(x), Math.rint(y), Math.ceil(width), Math.ceil(height));
        field.requestFocus();
        field.selectAll();
    }
}
