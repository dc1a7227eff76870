package org.cellist.app.ui.theme;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/// Icons in the colour of the text around them.
///
/// Outlines come from the Feather font. The two that start and stop work are filled shapes of
/// our own: they must read at a glance. A sheet colours the first through `-fx-fill`, the second
/// through `-fx-background-color`.
///
/// An icon has its font from the beginning. Ikonli's own node gets it from a style, so that its
/// button is first laid out in the system's font, for which JavaFX opens every font there is in
/// search of the icon: a twentieth of the start.
///
/// Confined to the JavaFX Application Thread.
public final class Icons {

    /// Edge of an icon in tool bars and rails, in pixels.
    public static final int REGULAR = 16;

    /// Edge of an icon inside a line of text, in pixels.
    public static final int SMALL = 13;

    private static final Font FONT =
            Font.loadFont(new FeatherIkonHandler().getFontResourceAsStream(), REGULAR);

    private Icons() {}

    public static Node of(Feather icon) {
        return of(icon, REGULAR);
    }

    /// An icon of another size.
    ///
    /// @param size edge in pixels
    public static Node of(Feather icon, int size) {
        var node = changing(size);
        change(node, icon);
        return node;
    }

    /// An icon that can become another one, in a row that shows one thing after the other: a new
    /// node would be drawn without its colours for a moment.
    public static Text changing(int size) {
        var node = new Text();
        node.setFont(size == REGULAR ? FONT : Font.font(FONT.getFamily(), size));
        node.getStyleClass().add("icon");
        return node;
    }

    /// Lets it become another one.
    public static void change(Text icon, Feather to) {
        icon.setText(Character.toString(to.getCode()));
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
