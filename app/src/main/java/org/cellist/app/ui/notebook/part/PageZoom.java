package org.cellist.app.ui.notebook.part;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.cellist.app.ui.page.PageSize;
import org.cellist.app.ui.theme.ChosenType;
import org.cellist.app.ui.theme.Typography;
import org.jspecify.annotations.Nullable;

/// Shows the rows of a page as large and as wide as a person wants them. The wheel does it too,
/// with Ctrl, and keeps what lies under the pointer.
///
/// Confined to the JavaFX Application Thread.
public final class PageZoom {

    /// One notch of a mouse's wheel; a touch pad sends it in many parts.
    private static final double NOTCH = 40;

    private final VirtualColumn<?> column;
    private final PageSize size;
    private final Supplier<? extends @Nullable Region> lead;
    private Typography seen = ChosenType.now();
    private double turned;
    private double pointer = -1; // while the wheel zooms

    /// @param lead the selected row, which stays where it is while keys zoom; may have none
    public PageZoom(
            VirtualColumn<?> column, PageSize size, Supplier<? extends @Nullable Region> lead) {
        this.column = column;
        this.size = size;
        this.lead = lead;
    }

    /// Begins to follow, and to take the wheel from what lies in that node.
    public Subscription follow(Node page) {
        page.addEventFilter(ScrollEvent.SCROLL, this::turned);
        return Subscription.combine(
                size.zoom().subscribe(_ -> apply()),
                size.columns().subscribe(_ -> apply()),
                ChosenType.follow(this::setAnew));
    }

    /// Letters have other sizes than before.
    private void setAnew(Typography type) {
        if (!type.equals(seen)) {
            seen = type;
            column.measureAnew(leadTop());
            apply();
        }
    }

    private void apply() {
        int columns = size.columns().getValue();
        double widest = columns == 0 ? Double.MAX_VALUE : CellRow.widthFor(columns);
        double y = pointer >= 0 ? pointer : leadTop();
        column.setRowSize(size.zoom().get().factor(), widest, y);
    }

    /// Returns the upper edge of the selected row where that is in sight, else the page's.
    private double leadTop() {
        var row = lead.get();
        double top = row == null ? 0 : row.getLayoutY();
        return top < 0 || top > column.getHeight() ? 0 : top;
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
