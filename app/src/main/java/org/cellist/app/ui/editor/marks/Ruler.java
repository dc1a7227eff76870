package org.cellist.app.ui.editor.marks;

import java.util.function.DoubleSupplier;
import javafx.scene.shape.Rectangle;
import org.cellist.app.ui.theme.ChosenType;

/// A thin line from top to bottom behind the text, after the column that a person has chosen for
/// the longest lines.
///
/// A shape and no control, as it moves while its editor is laid out.
///
/// Confined to the JavaFX Application Thread.
public final class Ruler extends Rectangle {

    private final DoubleSupplier textLeft;

    /// @param textLeft where lines begin that are scrolled as they are now, in pixels of the editor
    public Ruler(DoubleSupplier textLeft) {
        this.textLeft = textLeft;
        getStyleClass().add("ruler");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        setWidth(1);
        setViewOrder(1);
    }

    /// Puts the line where it belongs now, in an editor of that size.
    ///
    /// @param isForCode whether the text has columns; one that wraps has none
    public void place(double width, double height, boolean isForCode) {
        int columns = ChosenType.now().ruler();
        if (columns == 0 || !isForCode) {
            setVisible(false);
            return;
        }
        double x = Math.rint(textLeft.getAsDouble() + columns * ChosenType.code().columnWidth());
        setVisible(x < width);
        setX(x);
        setHeight(height);
    }
}
