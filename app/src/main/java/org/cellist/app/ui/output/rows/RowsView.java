package org.cellist.app.ui.output.rows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.cellist.app.ui.fx.LayoutSteps;
import org.cellist.app.ui.theme.ScrollThumb;
import org.jspecify.annotations.Nullable;

/// Shows rows of one height; more than fit scroll inside.
///
/// The rows lie in a pane that is a layout root of its own: a row that changes does not make the
/// notebook around it measure again, unless the number of visible rows changes.
///
/// Confined to the JavaFX Application Thread.
///
/// @param <N> the node of a row
public final class RowsView<N extends Region> extends Region {

    private static final double BAR = 10;

    /// Rows of a view out of sight that are made in one pulse.
    private static final int STEP_ROWS = 5;

    private final RowSource<N> source;
    private double rowHeight;
    private final int mostRows;
    private final Pane pane = new Pane();
    private final Map<Integer, N> shown = new HashMap<>();
    private final Deque<N> spare = new ArrayDeque<>();

    /// Most views never scroll, and a bar costs more than all their rows.
    private @Nullable ScrollBar down;

    private @Nullable ScrollBar across;

    private double offset;
    private boolean followsEnd;
    private double contentWidth;
    private double lastHeight = -1;
    private int staleFrom;
    private boolean settingBars;
    private Runnable onTop = () -> {};
    private Runnable onSideways = () -> {};

    /// @param rowHeight in pixels
    /// @param mostRows how many rows are in sight at most
    public RowsView(RowSource<N> source, double rowHeight, int mostRows) {
        this.source = source;
        this.rowHeight = rowHeight;
        this.mostRows = mostRows;
        getStyleClass().add("rows-view");
        getChildren().add(pane);
        new RowsScrolling(this).install();
    }

    private ScrollBar downBar() {
        var bar = down;
        if (bar == null) {
            bar = addedBar(Orientation.VERTICAL);
            bar.valueProperty().addListener((_, _, value) -> barMoved(value.doubleValue()));
            down = bar;
        }
        return bar;
    }

    private ScrollBar acrossBar() {
        var bar = across;
        if (bar == null) {
            bar = addedBar(Orientation.HORIZONTAL);
            bar.valueProperty().addListener((_, _, _) -> movedSideways());
            across = bar;
        }
        return bar;
    }

    private ScrollBar addedBar(Orientation orientation) {
        var bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        getChildren().add(bar);
        return bar;
    }

    /// Keeps the last row in sight while rows are added, until somebody scrolls up.
    public void followEnd() {
        followsEnd = true;
        pane.requestLayout();
    }

    public boolean followsEnd() {
        return followsEnd;
    }

    /// Calls back each time somebody scrolls to the very top.
    public void onTop(Runnable action) {
        onTop = action;
    }

    /// Calls back each time the rows are scrolled sideways.
    public void onSideways(Runnable action) {
        onSideways = action;
    }

    /// Sets the width that rows need; more than there is scrolls sideways.
    public void setContentWidth(double width) {
        contentWidth = width;
        requestLayout();
        pane.requestLayout();
    }

    /// Makes the nodes of all rows anew, with another height; what is read stays in sight.
    public void renew(double newHeight) {
        offset = offset / rowHeight * newHeight;
        rowHeight = newHeight;
        shown.clear();
        spare.clear();
        pane.clear();
        requestLayout();
        pane.requestLayout();
    }

    /// The rows from that one on are others than before, or there are more or fewer.
    public void rowsChanged(int from) {
        staleFrom = Math.min(staleFrom, from);
        pane.requestLayout();
        if (heightOfRows() != lastHeight) {
            requestLayout();
        }
    }

    /// The first rows are gone; what is read stays where it is.
    public void rowsDropped(int count) {
        offset = Math.max(0, offset - count * rowHeight);
        rowsChanged(0);
    }

    /// New rows come first; what is read stays where it is.
    public void rowsPrepended(int count) {
        followsEnd = false;
        offset += count * rowHeight;
        rowsChanged(0);
    }

    /// Returns whether there are more rows than are in sight.
    public boolean scrolls() {
        return source.count() > mostRows;
    }

    /// Returns the row at a height of this view, the nearest one when there is none.
    public int rowAt(double y) {
        int row = (int) Math.floor((y + offset) / rowHeight);
        return Math.max(0, Math.min(source.count() - 1, row));
    }

    /// Returns how far the rows are scrolled sideways, in pixels.
    public double sideways() {
        return across != null && across.isVisible() ? across.getValue() : 0;
    }

    /// Returns the upper edge of a row, in pixels of this view.
    public double topOf(int row) {
        return row * rowHeight - offset;
    }

    /// Scrolls by as little as shows the row.
    public void reveal(int row) {
        double top = row * rowHeight;
        if (top < offset) {
            scrollTo(top);
        } else if (top + rowHeight > offset + heightOfRows()) {
            scrollTo(top + rowHeight - heightOfRows());
        }
    }

    /// Scrolls sideways by as little as shows what lies between two edges, in pixels of the rows.
    public void revealSideways(double left, double right) {
        double width = pane.getWidth();
        if (left < sideways()) {
            scrollSideways(left - sideways());
        } else if (right > sideways() + width) {
            scrollSideways(Math.min(left, right - width) - sideways());
        }
    }

    /// Moves the rows up. Returns false when they are at the end in that direction.
    boolean scrollBy(double pixels) {
        double before = offset;
        scrollTo(offset + pixels);
        return offset != before;
    }

    boolean scrollSideways(double pixels) {
        if (across == null || !across.isVisible()) {
            return false;
        }
        double before = across.getValue();
        across.setValue(Math.max(0, Math.min(across.getMax(), before + pixels)));
        return across.getValue() != before;
    }

    void scrollTo(double newOffset) {
        double last = lastOffset();
        offset = Math.max(0, Math.min(last, newOffset));
        followsEnd = offset >= last && (followsEnd || newOffset >= last);
        pane.requestLayout();
        if (offset == 0 && scrolls()) {
            onTop.run();
        }
    }

    double pageHeight() {
        return Math.max(rowHeight, heightOfRows() - rowHeight);
    }

    double rowHeight() {
        return rowHeight;
    }

    private double heightOfRows() {
        return Math.min(mostRows, source.count()) * rowHeight;
    }

    private double lastOffset() {
        return Math.max(0, source.count() * rowHeight - heightOfRows());
    }

    private boolean isWiderThan(double width) {
        return contentWidth > width - (scrolls() ? BAR : 0) + 0.5;
    }

    @Override
    protected double computePrefHeight(double width) {
        boolean bar = width > 0 && isWiderThan(width);
        return heightOfRows() + (bar ? BAR : 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return contentWidth + (scrolls() ? BAR : 0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        lastHeight = heightOfRows();
        double barWidth = scrolls() ? BAR : 0;
        double rows = heightOfRows();
        pane.resizeRelocate(0, 0, Math.max(0, getWidth() - barWidth), rows);
        if (barWidth > 0) {
            downBar().resizeRelocate(getWidth() - BAR, 0, BAR, rows);
        }
        if (down != null) {
            down.setVisible(barWidth > 0);
        }
        layoutAcross(rows, Math.max(0, getWidth() - barWidth));
        pane.requestLayout();
    }

    private void layoutAcross(double y, double width) {
        boolean sideways = isWiderThan(getWidth());
        if (sideways) {
            acrossBar().resizeRelocate(0, y, width, BAR);
        }
        if (across != null) {
            across.setVisible(sideways);
            if (!sideways) {
                across.setValue(0);
            }
        }
    }

    private void movedSideways() {
        if (!settingBars) {
            rowsChanged(0);
            onSideways.run();
        }
    }

    private void barMoved(double value) {
        if (!settingBars) {
            scrollTo(value);
        }
    }

    private void layoutBars() {
        settingBars = true;
        if (down != null) {
            double total = source.count() * rowHeight;
            double share = total == 0 ? 0 : heightOfRows() / total;
            ScrollThumb.show(down, offset, lastOffset(), share);
        }
        if (across != null) {
            double surplus = Math.max(0, contentWidth - pane.getWidth());
            double share = contentWidth == 0 ? 0 : pane.getWidth() / contentWidth;
            ScrollThumb.show(across, across.getValue(), surplus, share);
        }
        settingBars = false;
    }

    /// Holds the rows in sight.
    private final class Pane extends Region {

        private final Rectangle clip = new Rectangle();
        private final LayoutSteps steps = new LayoutSteps(RowsView.this, this, STEP_ROWS);

        Pane() {
            setManaged(false);
            setClip(clip);
            getStyleClass().add("rows-pane");
        }

        void clear() {
            getChildren().clear();
        }

        @Override
        protected void layoutChildren() {
            clip.setWidth(getWidth());
            clip.setHeight(getHeight());
            if (getWidth() <= 0) {
                return;
            }
            offset = followsEnd ? lastOffset() : Math.min(offset, lastOffset());
            int first = (int) Math.floor(offset / rowHeight);
            int end =
                    Math.min(
                            source.count(), (int) Math.ceil((offset + heightOfRows()) / rowHeight));
            takeBack(first, end);
            int ready = placeRows(first, end);
            steps.missing(ready < end);
            staleFrom = ready < end ? Math.max(staleFrom, ready) : Integer.MAX_VALUE;
            layoutBars();
        }

        /// Returns the row after those that are in place.
        private int placeRows(int first, int end) {
            double width = Math.max(getWidth(), contentWidth);
            int left = steps.mayAdd();
            int row = first;
            while (row < end && left > 0) {
                left -= place(row, width) ? 1 : 0;
                row++;
            }
            return row;
        }

        private void takeBack(int first, int end) {
            shown.entrySet()
                    .removeIf(
                            each -> {
                                boolean gone = each.getKey() < first || each.getKey() >= end;
                                if (gone) {
                                    each.getValue().setVisible(false);
                                    spare.push(each.getValue());
                                }
                                return gone;
                            });
        }

        /// Returns whether the row had to be made.
        private boolean place(int row, double width) {
            var node = shown.get(row);
            boolean isNew = node == null;
            if (node == null) {
                node = spare.isEmpty() ? added(source.create()) : spare.pop();
                node.setVisible(true);
                shown.put(row, node);
                fill(node, row);
            } else if (row >= staleFrom) {
                fill(node, row);
            }
            node.resizeRelocate(-sideways(), row * rowHeight - offset, width, rowHeight);
            return isNew;
        }

        /// Styles come before layout in a pulse: what is made here would be drawn without them.
        private void fill(N node, int row) {
            source.fill(node, row);
            node.applyCss();
        }

        private N added(N node) {
            node.setManaged(false);
            getChildren().add(node);
            return node;
        }
    }
}
