package org.cellist.app.ui.output.terminal;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.jspecify.annotations.Nullable;

/// One visible row, of an output or of a terminal: each piece stands at its column, so that columns
/// stay aligned whatever font a character is drawn in.
///
/// Confined to the JavaFX Application Thread.
public final class TerminalRow extends Region {

    private final MonoMetrics metrics;
    private final Region selection = new Region();
    private final List<Region> grounds = new ArrayList<>();
    private final List<Region> marks = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Rectangle> bars = new ArrayList<>();

    /// A row of the letters that are chosen now.
    public TerminalRow() {
        this(MonoMetrics.now());
    }

    TerminalRow(MonoMetrics metrics) {
        this.metrics = metrics;
        getStyleClass().add("terminal-row");
        selection.getStyleClass().add("terminal-selection");
        selection.setManaged(false);
        selection.setVisible(false);
        getChildren().add(selection);
    }

    /// Shows a line that is no longer than the row.
    ///
    /// @param columns of the row
    /// @param selectedFrom the first column that is selected
    /// @param selectedTo the column behind the last one; the same as the first for none
    public void show(StyledLine line, int columns, int selectedFrom, int selectedTo) {
        boolean isSelected = selectedFrom < selectedTo;
        show(
                RowPiece.of(line, 0, columns),
                isSelected ? new ColumnRange(selectedFrom, selectedTo) : null);
    }

    /// Shows the pieces of a row.
    ///
    /// @param selected the selected columns of this row, or null
    void show(List<RowPiece> pieces, @Nullable ColumnRange selected) {
        select(selected);
        int text = 0;
        int ground = 0;
        int bar = 0;
        for (var piece : pieces) {
            if (piece.hasGround()) {
                showGround(groundAt(ground++), piece);
            }
            if (piece.bar() > 0) {
                showBar(barAt(bar++), piece);
            } else {
                showText(textAt(text++), piece);
            }
        }
        hideFrom(text, texts);
        hideFrom(ground, grounds);
        hideFrom(bar, bars);
    }

    /// Marks what a search has found in the row.
    void mark(List<FoundText.Mark> found) {
        for (int i = 0; i < found.size(); i++) {
            var node = markAt(i);
            node.getStyleClass().setAll(found.get(i).isCurrent() ? "found-current" : "found");
            place(node, found.get(i).columns().from(), found.get(i).columns().to());
        }
        hideFrom(found.size(), marks);
    }

    private Region markAt(int index) {
        if (index == marks.size()) {
            var node = new Region();
            node.setManaged(false);
            marks.add(node);
            getChildren().add(getChildren().indexOf(selection), node);
        }
        var node = marks.get(index);
        node.setVisible(true);
        return node;
    }

    private void select(@Nullable ColumnRange selected) {
        selection.setVisible(selected != null);
        if (selected != null) {
            place(selection, selected.from(), selected.to());
        }
    }

    private void showText(Text node, RowPiece piece) {
        node.setText(piece.text());
        node.setX(piece.column() * metrics.columnWidth());
        var classes = node.getStyleClass();
        if (!classes.subList(1, classes.size()).equals(piece.look().classes())) {
            classes.remove(1, classes.size());
            classes.addAll(piece.look().classes());
        }
        if (!node.getStyle().equals(piece.look().style())) {
            node.setStyle(piece.look().style());
        }
    }

    private void showGround(Region node, RowPiece piece) {
        place(node, piece.column(), piece.column() + piece.columns());
        node.getStyleClass().setAll("terminal-ground");
        if (!piece.look().groundClass().isEmpty()) {
            node.getStyleClass().add(piece.look().groundClass());
        }
        node.setStyle(piece.look().groundStyle());
    }

    private void showBar(Rectangle node, RowPiece piece) {
        node.setX(piece.column() * metrics.columnWidth());
        node.setWidth(piece.bar() * metrics.columnWidth());
    }

    private void place(Region node, int from, int to) {
        double left = snapPositionX(from * metrics.columnWidth());
        double right = snapPositionX(to * metrics.columnWidth());
        node.resizeRelocate(left, 0, right - left, metrics.rowHeight());
    }

    private Text textAt(int index) {
        if (index == texts.size()) {
            var node = new Text();
            node.setManaged(false);
            node.setTextOrigin(VPos.BASELINE);
            node.setY(metrics.baseline());
            node.getStyleClass().setAll("terminal-text");
            texts.add(node);
            getChildren().add(node);
        }
        var node = texts.get(index);
        node.setVisible(true);
        return node;
    }

    private Region groundAt(int index) {
        if (index == grounds.size()) {
            var node = new Region();
            node.setManaged(false);
            grounds.add(node);
            getChildren().add(0, node);
        }
        var node = grounds.get(index);
        node.setVisible(true);
        return node;
    }

    private Rectangle barAt(int index) {
        if (index == bars.size()) {
            var node = new Rectangle();
            node.setManaged(false);
            node.setY(2);
            node.setHeight(metrics.rowHeight() - 4);
            node.getStyleClass().add("terminal-bar");
            bars.add(node);
            getChildren().add(node);
        }
        var node = bars.get(index);
        node.setVisible(true);
        return node;
    }

    private static void hideFrom(int index, List<? extends Node> nodes) {
        for (int i = index; i < nodes.size(); i++) {
            nodes.get(i).setVisible(false);
        }
    }
}
