package org.cellist.app.ui.notebook;

import java.util.function.DoubleSupplier;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.util.Subscription;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.cellist.app.ui.page.PageSize;

/// Shows the rows of a page as large and as wide as a person wants them. The wheel does it too, with
/// Ctrl, and keeps what lies under the pointer.
///
/// Confined to the JavaFX Application Thread.
final class PageZoom {

    /// One notch of a mouse's wheel; a touch pad sends it in many parts.
    private static final double NOTCH = 40;

    private final VirtualColumn<RowKey> column;
    private final PageSize size;
    private final DoubleSupplier place;
    private double turned;
    private double pointer = -1; // while the wheel zooms

    /// @param place the height in the viewport of what stays where it is
    PageZoom(VirtualColumn<RowKey> column, PageSize size, DoubleSupplier place) {
        this.column = column;
        this.size = size;
        this.place = place;
    }

    /// Begins to follow, and to take the wheel from what lies in that node.
    Subscription follow(Node page) {
        page.addEventFilter(ScrollEvent.SCROLL, this::turned);
        return Subscription.combine(
                size.zoom().subscribe(_ -> apply()), size.columns().subscribe(_ -> apply()));
    }

    private void apply() {
        int columns = size.columns().getValue();
        double widest = columns == 0 ? Double.MAX_VALUE : CellRow.widthFor(columns);
        double y = pointer >= 0 ? pointer : place.getAsDouble();
        column.setRowSize(size.zoom().get().factor(), widest, y);
    }

    private void turned(ScrollEvent event) {
        if (!event.isShortcutDown()) {
            turned = 0;
            return;
        }
        event.consume();
        turned += event.isInertia() ? 0 : event.getDeltaY();
        if (Math.abs(turned) < NOTCH) {
            return;
        }
        pointer = event.getY();
        var zoom = size.zoom();
        zoom.set(turned > 0 ? zoom.get().larger() : zoom.get().smaller());
        pointer = -1;
        turned = 0;
    }
}
