package org.cellist.app.ui.editor.caret;

import java.util.function.DoubleSupplier;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cellist.app.ui.editor.text.CodeTextArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.jspecify.annotations.Nullable;

/// Makes carets by mouse: Alt and a click adds one, Alt and a drag selects columns. Any other
/// click leaves one. Shift and Alt select columns from the caret on.
///
/// Where a desktop moves its windows by Alt, Ctrl and Alt together do the same.
///
/// Confined to the JavaFX Application Thread.
public final class CaretMouse {

    private final CodeTextArea area;
    private final SeveralCarets carets;
    private final Runnable beforeClick;
    private final DoubleSupplier textLeft;
    private final DoubleSupplier columnWidth;
    private @Nullable Corner corner;
    private boolean isOurs;

    /// @param beforeClick ends what is under way at the caret, before another one comes
    /// @param textLeft where lines begin now, in pixels of the area
    /// @param columnWidth how wide a Latin letter is now, in pixels
    public CaretMouse(
            CodeTextArea area,
            SeveralCarets carets,
            Runnable beforeClick,
            DoubleSupplier textLeft,
            DoubleSupplier columnWidth) {
        this.area = area;
        this.carets = carets;
        this.beforeClick = beforeClick;
        this.textLeft = textLeft;
        this.columnWidth = columnWidth;
    }

    /// Takes the presses of that node before anybody else.
    public void listenTo(Node editor) {
        editor.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        editor.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        editor.addEventFilter(MouseEvent.DRAG_DETECTED, this::take);
        editor.addEventFilter(MouseEvent.MOUSE_RELEASED, this::take);
    }

    private void pressed(MouseEvent event) {
        isOurs = false;
        if (event.getButton() != MouseButton.PRIMARY || !isWithinArea(event)) {
            return;
        }
        boolean columns = event.isAltDown() && event.isShiftDown();
        isOurs = event.isAltDown() && area.isFocused();
        if (!isOurs) {
            carets.leaveOne();
            return;
        }
        beforeClick.run();
        var at = cornerAt(event);
        if (columns) {
            corner = cornerOf(area.getAnchor());
            selectTo(at);
        } else {
            corner = at;
            carets.toggle(at.offset);
        }
        event.consume();
    }

    /// The bar below the lines is not the area's.
    private boolean isWithinArea(MouseEvent event) {
        var scene = new Point2D(event.getSceneX(), event.getSceneY());
        return area.contains(area.sceneToLocal(scene));
    }

    private void dragged(MouseEvent event) {
        if (isOurs) {
            selectTo(cornerAt(event));
            event.consume();
        }
    }

    private void take(MouseEvent event) {
        if (isOurs) {
            event.consume();
        }
    }

    private void selectTo(Corner to) {
        var from = corner;
        if (from != null) {
            carets.selectColumns(from.line, from.column, to.line, to.column);
            area.requestFollowCaret();
        }
    }

    private Corner cornerOf(int offset) {
        var position = area.offsetToPosition(offset, Bias.Forward);
        int column = Columns.at(area.getText(position.getMajor()), position.getMinor());
        return new Corner(position.getMajor(), column, offset);
    }

    /// A rectangle may reach beyond the end of a line.
    private Corner cornerAt(MouseEvent event) {
        var point = area.sceneToLocal(event.getSceneX(), event.getSceneY());
        double y = Math.clamp(point.getY(), 0, Math.max(0, area.getHeight() - 1));
        var hit = cornerOf(area.hit(point.getX(), y).getInsertionIndex());
        int column =
                (int)
                        Math.round(
                                (point.getX() - textLeft.getAsDouble())
                                        / columnWidth.getAsDouble());
        boolean isBeyond = isAtEnd(hit) && column > hit.column && !area.isWrapText();
        return isBeyond ? new Corner(hit.line, column, hit.offset) : hit;
    }

    private boolean isAtEnd(Corner corner) {
        int length = area.getParagraphLength(corner.line);
        return corner.offset == area.getAbsolutePosition(corner.line, length);
    }

    /// A corner of a rectangle. Immutable.
    ///
    /// @param column as it is seen, perhaps beyond the line's end
    /// @param offset of the nearest character
    private record Corner(int line, int column, int offset) {}
}
