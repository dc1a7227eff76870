package org.cellist.app.ui.workbench.tabs;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// What a window shows while a tab is dragged over it: the tab's name beside the pointer, and a
/// stroke between two tabs or the part of the window that it would take. Lies over everything and
/// takes no clicks.
///
/// Confined to the JavaFX Application Thread.
public final class TabMarks extends Pane {

    static final double FROM_POINTER = 14;

    private final Region mark = new Region();
    private final Label words = new Label();

    public TabMarks() {
        getStyleClass().add("tab-marks");
        words.getStyleClass().add("tab-dragged");
        setMouseTransparent(true);
        setManaged(false);
        mark.setManaged(false);
        words.setManaged(false); // both stand where the pointer says
        getChildren().addAll(mark, words);
        hide();
    }

    /// Shows the stroke or the part, in place of the one before.
    ///
    /// @param place in pixels of this node
    /// @param isPart whether it is a part of the window
    public void mark(Bounds place, boolean isPart) {
        mark.getStyleClass().setAll(isPart ? "tab-part" : "tab-stroke");
        mark.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
        mark.setVisible(true);
    }

    /// Shows that the tab cannot come to where the pointer is.
    public void markNothing() {
        mark.setVisible(false);
    }

    /// Shows the tab's name beside the pointer.
    ///
    /// @param at the pointer, in pixels of this node
    public void name(String name, Point2D at) {
        words.setText(name);
        words.setVisible(true);
        words.autosize();
        double most = getParent().getLayoutBounds().getWidth() - words.getWidth();
        words.relocate(
                Math.max(0, Math.min(at.getX() + FROM_POINTER, most)), at.getY() + FROM_POINTER);
    }

    /// Shows nothing: the tab is elsewhere.
    public void hide() {
        mark.setVisible(false);
        words.setVisible(false);
    }
}
