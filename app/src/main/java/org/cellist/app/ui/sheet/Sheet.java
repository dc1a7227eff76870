package org.cellist.app.ui.sheet;

import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One dialog: title, what it is for, a body, and a row of buttons.
///
/// Buttons at the left lead elsewhere; at the right stands what closes it, the most likely choice
/// last. Enter presses that one, Escape does what the cancel button does.
///
/// Confined to the JavaFX Application Thread.
public final class Sheet extends VBox {

    /// Width of a question, in pixels.
    public static final double NARROW = 480;

    /// Width of a list that is searched, in pixels.
    public static final double MIDDLE = 620;

    /// Width of a form or list, in pixels.
    public static final double WIDE = 820;

    private final HBox left = new HBox();
    private final HBox right = new HBox();
    private final BooleanProperty closed = new SimpleBooleanProperty();
    private Runnable onEscape = this::close;

    private final boolean isLight;

    /// @param width in pixels
    public Sheet(String title, String purpose, Node body, double width) {
        this(title, width, false);
        var heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        getChildren().add(heading);
        if (!purpose.isEmpty()) {
            var words = new Label(purpose);
            words.getStyleClass().add("sheet-purpose");
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(words);
        }
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(body, footer());
    }

    private Sheet(String title, double width, boolean isLight) {
        this.isLight = isLight;
        getStyleClass().add(isLight ? "sheet-light" : "sheet-pane");
        setMaxSize(width, Region.USE_PREF_SIZE);
        setPrefWidth(width);
        setAccessibleText(title);
    }

    /// Returns a body alone, near the window's upper edge. Escape or a click beside it closes it.
    ///
    /// @param width in pixels
    public static Sheet light(String title, Node body, double width) {
        var sheet = new Sheet(title, width, true);
        sheet.getChildren().add(body);
        return sheet;
    }

    boolean isLight() {
        return isLight;
    }

    /// Adds a button at the left that leads elsewhere without closing the sheet.
    public Button addAside(String text, Runnable action) {
        return add(left, text, "outlined", action);
    }

    /// Adds the button that closes the sheet and changes nothing; Escape presses it too.
    public Button addCancel(String text, Runnable action) {
        onEscape = closing(action);
        var button = add(right, text, "plain", onEscape);
        button.setCancelButton(true);
        return button;
    }

    /// Adds the button that Escape presses, which closes the sheet when the action says so.
    public Button addLeave(String text, BooleanSupplier action) {
        onEscape =
                () -> {
                    if (action.getAsBoolean()) {
                        close();
                    }
                };
        var button = add(right, text, "plain", onEscape);
        button.setCancelButton(true);
        return button;
    }

    /// Adds a choice that closes the sheet.
    public Button addChoice(String text, Runnable action) {
        return add(right, text, "outlined", closing(action));
    }

    /// Adds the most likely choice, which closes the sheet; Enter presses it.
    public Button addPrimary(String text, Runnable action) {
        var button = add(right, text, "primary", closing(action));
        button.setDefaultButton(true);
        return button;
    }

    /// Adds the most likely choice, which leaves the sheet open; Enter presses it.
    public Button addStep(String text, Runnable action) {
        var button = add(right, text, "primary", action);
        button.setDefaultButton(true);
        return button;
    }

    public void close() {
        closed.set(true);
    }

    /// Whether the sheet is done and no longer shown.
    BooleanProperty closedProperty() {
        return closed;
    }

    void escape() {
        onEscape.run();
    }

    private Runnable closing(Runnable action) {
        return () -> {
            close();
            action.run();
        };
    }

    private HBox footer() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        left.getStyleClass().add("sheet-buttons");
        right.getStyleClass().add("sheet-buttons");
        var footer = new HBox(left, space, right);
        footer.getStyleClass().add("sheet-footer");
        return footer;
    }

    private static Button add(HBox row, String text, String styleClass, Runnable action) {
        var button = new Button(text);
        button.getStyleClass().addAll("sheet-button", styleClass);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        row.getChildren().add(button);
        return button;
    }
}
