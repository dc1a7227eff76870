package org.cellist.app.ui.editor.text;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.TextFlow;
import org.cellist.app.ui.theme.ChosenType;

/// Where the characters of a line in sight are, in pixels of the area.
///
/// Asks the line's own nodes: what RichTextFX says of a range makes it lay the line out once more.
///
/// Confined to the JavaFX Application Thread.
///
/// @param text the nodes of the line
/// @param start offset of its first character
/// @param end offset of its end
public record ShownLine(CodeTextArea area, TextFlow text, int start, int end) {

    private static final double CARET_WIDTH = 1.5;

    private static double height() {
        return ChosenType.code().lineHeight();
    }

    /// Returns the upper end of the place behind the last character.
    public Point2D endPlace() {
        return placeOf(end);
    }

    /// Adds a stroke where a caret stands.
    public void addCaret(int offset, List<Bounds> to) {
        var place = placeOf(offset);
        double x = Math.round(place.getX()) - CARET_WIDTH / 2;
        to.add(new BoundingBox(x, place.getY() + 2, CARET_WIDTH, height() - 4));
    }

    /// Adds what a selection covers of this line.
    ///
    /// @param goesOn whether the selection goes on in the next line
    public void addRange(int from, int until, boolean goesOn, List<Bounds> to) {
        if (area.isWrapText()) {
            for (int i = from; i < until; i++) {
                var place = placeOf(i);
                to.add(new BoundingBox(place.getX(), place.getY(), widthAt(i), height()));
            }
            return;
        }
        var place = placeOf(from);
        double right = goesOn ? area.getWidth() : placeOf(until).getX();
        to.add(new BoundingBox(place.getX(), place.getY(), right - place.getX(), height()));
    }

    /// Adds a frame around a character.
    public void addFrame(int offset, List<Bounds> to) {
        var place = placeOf(offset);
        double x = Math.floor(place.getX()) + 0.5;
        double y = Math.floor(place.getY()) + 2.5;
        to.add(new BoundingBox(x, y, Math.ceil(widthAt(offset)) - 1, height() - 4));
    }

    /// Returns the upper end of the place before a character; a row is as high as a line.
    private Point2D placeOf(int offset) {
        if (start == end) {
            return inArea(0, -(height() - text.getHeight()) / 2);
        }
        boolean isAtEnd = offset >= end;
        var character = boundsOf(isAtEnd ? end - 1 : offset);
        double x = isAtEnd ? character.getMaxX() : character.getMinX();
        return inArea(x, character.getCenterY() - height() / 2);
    }

    private Point2D inArea(double x, double y) {
        return area.sceneToLocal(text.localToScene(x, y));
    }

    private double widthAt(int offset) {
        return boundsOf(offset).getWidth();
    }

    /// Returns where a character is, in pixels of the line.
    private Bounds boundsOf(int offset) {
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (var element : text.getRangeShape(offset - start, offset - start + 1, false)) {
            var point =
                    switch (element) {
                        case MoveTo move -> new Point2D(move.getX(), move.getY());
                        case LineTo line -> new Point2D(line.getX(), line.getY());
                        default -> null;
                    };
            if (point != null) {
                left = Math.min(left, point.getX());
                right = Math.max(right, point.getX());
                top = Math.min(top, point.getY());
                bottom = Math.max(bottom, point.getY());
            }
        }
        return right < left
                ? new BoundingBox(0, 0, 0, height())
                : new BoundingBox(left, top, right - left, bottom - top);
    }
}
