package org.cellist.app.ui.notebook.drag;

import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;

/// What a page shows while cells are dragged over it: a line where they would come, and beside the
/// pointer how many they are. Lies over the page and takes no clicks.
///
/// Confined to the JavaFX Application Thread.
final class DropMarks extends Pane {

    private static final double LINE = 3;
    private static final double LEFT = 8;
    private static final double RIGHT = 20;
    private static final double FROM_POINTER = 14;

    private final Region line = new Region();
    private final Label words = new Label();

    DropMarks() {
        getStyleClass().add("drop-marks");
        line.getStyleClass().add("drop-line");
        words.getStyleClass().add("drop-words");
        setMouseTransparent(true);
        setVisible(false);
        line.setManaged(false);
        words.setManaged(false); // both stand where the pointer says
        getChildren().addAll(line, words);
    }

    /// @param lineY where the line is, in pixels of the page
    /// @param copies whether the cells stay where they are as well
    void show(double lineY, double x, double y, int cells, boolean copies) {
        words.setText(Texts.of("cell").get(copies ? "drag.copy" : "drag.move", cells));
        words.autosize();
        words.relocate(
                Math.min(x + FROM_POINTER, getWidth() - words.getWidth() - RIGHT),
                Math.min(y + FROM_POINTER, getHeight() - words.getHeight()));
        line.resizeRelocate(LEFT, lineY - LINE / 2, getWidth() - LEFT - RIGHT, LINE);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
