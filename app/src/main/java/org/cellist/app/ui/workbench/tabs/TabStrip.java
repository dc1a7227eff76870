package org.cellist.app.ui.workbench.tabs;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// Tabs side by side. When they do not fit, the wheel moves them, and the one that was revealed
/// last stays in view.
///
/// Confined to the JavaFX Application Thread.
public final class TabStrip extends Region {

    private static final double END = 24; // in which a tab that is dragged scrolls, in pixels
    private static final double STEP = 7; // in a pulse

    private final Rectangle clip = new Rectangle();
    private final ReadOnlyBooleanWrapper tooMany = new ReadOnlyBooleanWrapper();
    private @Nullable Region revealed;
    private double offset;

    public TabStrip() {
        setMinWidth(0);
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    public void setTabs(List<? extends Region> tabs) {
        if (!getChildren().equals(tabs)) {
            getChildren().setAll(tabs);
        }
    }

    /// Moves the tabs so that this one is in view, now and when the room changes.
    public void reveal(Region tab) {
        revealed = tab;
        requestLayout();
    }

    /// Whether some tabs are out of view.
    public ReadOnlyBooleanProperty tooManyProperty() {
        return tooMany.getReadOnlyProperty();
    }

    /// Returns before which tab one comes that is let go there.
    ///
    /// @param x in pixels of the strip
    public int indexAt(double x) {
        int index = 0;
        for (var tab : getManagedChildren()) {
            if (x < tab.getLayoutX() + tab.getLayoutBounds().getWidth() / 2) {
                break;
            }
            index++;
        }
        return index;
    }

    /// Returns where a tab begins, or the last one ends, as far as that is in view.
    public double edgeAt(int index) {
        var tabs = getManagedChildren();
        double x;
        if (index < tabs.size()) {
            x = tabs.get(index).getLayoutX();
        } else if (tabs.isEmpty()) {
            x = 0;
        } else {
            x = tabs.getLast().getLayoutX() + tabs.getLast().getLayoutBounds().getWidth();
        }
        return Math.clamp(x, 0, Math.max(0, getWidth()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream().mapToDouble(tab -> tab.prefWidth(-1)).sum();
    }

    @Override
    protected void layoutChildren() {
        double all = computePrefWidth(-1);
        tooMany.set(all > getWidth() + 1);
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double x = 0;
        for (var tab : getManagedChildren()) {
            double width = tab.prefWidth(-1);
            if (tab.equals(revealed)) {
                offset = Math.min(x, Math.max(offset, x + width - getWidth()));
            }
            x += width;
        }
        offset = Math.clamp(offset, 0, Math.max(0, all - getWidth()));
        x = -offset;
        for (var tab : getManagedChildren()) {
            double width = tab.prefWidth(-1);
            tab.resizeRelocate(snapPositionX(x), 0, width, getHeight());
            x += width;
        }
    }

    private void wheel(ScrollEvent event) {
        if (tooMany.get()) {
            event.consume();
            scrollBy(-(event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX()));
        }
    }

    /// Scrolls by one step if that is near an end, or past it, and there are more tabs. Returns
    /// whether anything moved.
    ///
    /// @param x in pixels of the strip
    public boolean scrollNear(double x) {
        double before = offset;
        if (tooMany.get() && x < END) {
            scrollBy(-STEP);
        } else if (tooMany.get() && x > getWidth() - END) {
            scrollBy(STEP);
        }
        return offset != before;
    }

    private void scrollBy(double pixels) {
        revealed = null;
        offset = Math.clamp(offset + pixels, 0, Math.max(0, computePrefWidth(-1) - getWidth()));
        requestLayout();
        layout(); // who drags a tab is shown where it would come now
    }
}
