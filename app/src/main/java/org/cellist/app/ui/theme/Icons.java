package org.cellist.app.ui.theme;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons in the colour of the text around them.
///
/// Outlines come from the Feather font. The two that start and stop work are filled shapes of
/// our own: they must read at a glance. A sheet colours the first through `-fx-icon-color`, the
/// second through `-fx-background-color`.
///
/// Confined to the JavaFX Application Thread.
public final class Icons {

    /// Edge of an icon in tool bars and rails, in pixels.
    public static final int REGULAR = 16;

    /// Edge of an icon inside a line of text, in pixels.
    public static final int SMALL = 13;

    private Icons() {}

    public static Node of(Feather icon) {
        return of(icon, REGULAR);
    }

    /// An icon of another size.
    ///
    /// @param size edge in pixels
    public static Node of(Feather icon, int size) {
        var node = FontIcon.of(icon, size);
        node.getStyleClass().add("icon");
        return node;
    }

    /// A filled triangle.
    public static Node run() {
        return shape("run-icon");
    }

    /// A filled square.
    public static Node stop() {
        return shape("stop-icon");
    }

    /// A small disc; its colour is the sheet's.
    public static Node dot() {
        return shape("dot-icon");
    }

    private static Node shape(String styleClass) {
        var node = new Region();
        node.getStyleClass().addAll("shape-icon", styleClass);
        return node;
    }
}
