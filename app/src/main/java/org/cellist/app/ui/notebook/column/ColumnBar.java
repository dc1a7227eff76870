package org.cellist.app.ui.notebook.column;

import java.util.function.DoubleConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import org.cellist.app.ui.theme.ScrollThumb;

/// The scroll bar of a list: it shows an estimate, and says where a person drags it.
///
/// Confined to the JavaFX Application Thread.
final class ColumnBar {

    static final double WIDTH = 12;

    private final ScrollBar bar = new ScrollBar();
    private boolean isSetting;

    /// @param moved is told where a person wants the list to stand, in pixels of all of it
    ColumnBar(DoubleConsumer moved) {
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty()
                .addListener(
                        (_, _, value) -> {
                            if (!isSetting) {
                                moved.accept(value.doubleValue());
                            }
                        });
    }

    ScrollBar node() {
        return bar;
    }

    /// Shows where the list stands.
    ///
    /// @param value how much of the list is above the viewport, in pixels
    /// @param total height of the whole list
    /// @param width of the viewport, of which the bar takes the right edge
    void show(double value, double total, double width, double height) {
        isSetting = true;
        bar.resizeRelocate(width - WIDTH, 0, WIDTH, height);
        ScrollThumb.show(bar, value, Math.max(total - height, value), height / total);
        isSetting = false;
        bar.setVisible(total > height + 1);
        bar.toFront();
    }
}
