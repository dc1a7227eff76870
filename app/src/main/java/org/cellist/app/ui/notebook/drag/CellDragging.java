package org.cellist.app.ui.notebook.drag;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.jspecify.annotations.Nullable;

/// Drags cells by the space beside them, over one page or to another.
///
/// # Whose drag it is
///
/// A drag is one gesture of the window's mouse, not one of the system's. The page on which it
/// begins knows the cells; the page under the pointer gets the events, and finds the other one by
/// the row that the gesture came from, whether or not that is still in the window.
///
/// # Scrolling
///
/// Near the edges the page scrolls by itself. The row that was grabbed may go out of sight; it is
/// held meanwhile, since it is the one that hears of the button's release.
///
/// Confined to the JavaFX Application Thread.
///
/// @param <K> names a row of the page
public final class CellDragging<K> {

    private static final double EDGE = 56; // in which the page scrolls, in pixels
    private static final double FASTEST = 22; // pixels in a pulse

    private final Region page;
    private final VirtualColumn<K> column;
    private final DragSite<K> site;
    private final DropMarks marks = new DropMarks();
    private final AnimationTimer scrolling =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    scroll();
                }
            };
    private final EventHandler<KeyEvent> escape = this::escape;
    private List<CellId> dragged = List.of();
    private @Nullable CellId grabbed;
    private @Nullable Scene scene;
    private @Nullable Pointer pointer;

    /// Where the pointer is over this page, with what. Immutable.
    private record Pointer(double x, double y, CellDragging<?> source, boolean copies) {}

    /// A place between rows. Immutable.
    ///
    /// @param index before which cell
    /// @param y of the line that shows it, in pixels of the page
    private record Gap(int index, double y) {}

    public CellDragging(Region page, VirtualColumn<K> column, DragSite<K> site) {
        this.page = page;
        this.column = column;
        this.site = site;
        page.getProperties().put(CellDragging.class, this);
        page.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> end());
        page.addEventHandler(MouseEvent.DRAG_DETECTED, this::detected);
        page.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> letGo());
        page.addEventHandler(MouseDragEvent.MOUSE_DRAG_OVER, this::over);
        page.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, _ -> leave());
        page.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, this::released);
    }

    /// What lies over the page.
    public Region marks() {
        return marks;
    }

    /// The cell whose row was grabbed, while it is dragged.
    public @Nullable CellId grabbed() {
        return grabbed;
    }

    // ---- where it begins

    private void detected(MouseEvent event) {
        var row = grabbedRow(event);
        if (row == null || site.selected().isEmpty()) {
            return;
        }
        dragged = List.copyOf(site.selected());
        grabbed = row.cell();
        site.holdsChanged();
        scene = page.getScene();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        row.startFullDrag();
        event.consume();
    }

    private static @Nullable CellRow grabbedRow(MouseEvent event) {
        var node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && !(node instanceof CellRow)) {
            node = node.getParent();
        }
        return node instanceof CellRow row && row.isGrabbed() ? row : null;
    }

    private void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            end();
        }
    }

    /// Nothing is dragged from this page any more.
    private void end() {
        letGo();
        dragged = List.of();
    }

    /// The button is released. The page under the pointer may hear of it later than this one, and
    /// asks for the cells then.
    private void letGo() {
        leave();
        if (scene != null) {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
            scene = null;
        }
        if (grabbed != null) {
            grabbed = null;
            site.holdsChanged();
        }
    }

    // ---- where it is

    private void over(MouseDragEvent event) {
        var source = source(event.getGestureSource());
        if (source == null || source.dragged.isEmpty()) {
            leave();
            return;
        }
        pointer = pointer(event, source);
        scrolling.start();
        show(pointer);
    }

    private Pointer pointer(MouseDragEvent event, CellDragging<?> source) {
        boolean copies = event.isShortcutDown() || areCopied(source);
        return new Pointer(event.getX(), event.getY(), source, copies);
    }

    /// Out of a notebook into scratch nothing is lost, and what was tried out can be tried again.
    private boolean areCopied(CellDragging<?> source) {
        return source.site.isKept() != site.isKept();
    }

    private void show(Pointer at) {
        var gap = gap(at);
        marks.show(gap.y(), at.x(), at.y(), at.source().dragged.size(), at.copies());
    }

    private void leave() {
        pointer = null;
        scrolling.stop();
        marks.hide();
    }

    private void scroll() {
        var at = pointer;
        if (at == null || at.source().dragged.isEmpty()) {
            leave();
            return;
        }
        double above = EDGE - at.y();
        double below = at.y() - (page.getHeight() - EDGE);
        double part = Math.max(above, below) / EDGE;
        if (part > 0) {
            column.scrollBy((above > 0 ? -1 : 1) * FASTEST * Math.min(1, part));
        }
        show(at);
    }

    private Gap gap(Pointer at) {
        var row = column.itemAt(Math.clamp(at.y(), 0, page.getHeight() - 1));
        var node = row == null ? null : column.nodeOf(row);
        boolean isUpper = node != null && at.y() < node.getLayoutY() + node.getHeight() / 2;
        int index;
        if (row == null) {
            var last = column.items().getLast();
            var end = column.nodeOf(last);
            boolean isBelowAll = end != null && at.y() >= end.getLayoutY();
            index = isBelowAll ? site.before(last) : 0;
        } else {
            index = isUpper ? site.before(row) : site.after(row);
        }
        index = site.placeFor(at.source().site.sectionLevel(), index);
        var below = column.nodeOf(site.row(index));
        double y = below == null ? page.getHeight() - 2 : below.getLayoutY() + CellRow.GAP / 2;
        return new Gap(index, Math.clamp(y, 2, page.getHeight() - 2));
    }

    // ---- where it ends

    private void released(MouseDragEvent event) {
        var source = source(event.getGestureSource());
        if (source != null && !source.dragged.isEmpty()) {
            take(source, gap(pointer(event, source)).index(), event.isShortcutDown());
        }
        leave();
    }

    /// Takes the cells of a gesture that ends on this page's tab.
    ///
    /// @param gestureSource where it came from; anything but a row of a page does nothing
    /// @param index before which cell they come
    public void take(@Nullable Object gestureSource, int index, boolean copies) {
        var source = source(gestureSource);
        if (source != null && source != this && !source.dragged.isEmpty()) {
            take(source, index, copies);
        }
    }

    private void take(CellDragging<?> source, int index, boolean copies) {
        var cells = source.dragged;
        var contents = source.site.cells(cells);
        boolean stay = copies || areCopied(source);
        source.end();
        if (source == this && !stay) {
            site.move(cells, index);
            return;
        }
        site.insert(contents, index);
        if (!stay) {
            source.site.remove(cells);
        }
    }

    private static @Nullable CellDragging<?> source(@Nullable Object gestureSource) {
        var node = gestureSource instanceof CellRow row ? (Node) row : null;
        while (node != null) {
            if (node.hasProperties()
                    && node.getProperties().get(CellDragging.class)
                            instanceof CellDragging<?> found) {
                return found;
            }
            node = node.getParent();
        }
        return null;
    }
}
