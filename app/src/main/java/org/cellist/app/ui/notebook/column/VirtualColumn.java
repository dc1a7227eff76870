package org.cellist.app.ui.notebook.column;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A vertical list that has nodes only for the items near its viewport.
///
/// # Position
///
/// The list stands at a [ScrollPosition], an item and an offset into it, never at a pixel of an
/// estimated total. Layout starts at that item and goes down, so that what is read stays where
/// it is whatever becomes known above. The scroll bar shows an estimate, and only follows.
///
/// # Height that changes above the first visible line
///
/// When the first visible item itself grows above its visible part (a late image),
/// [ReadingAnchor] finds the block at the top of the viewport before the layout and keeps it in
/// place after.
///
/// # Nodes
///
/// Visible items get their node at once. Items up to [#OVERSCAN] pixels beyond keep a node that
/// they have, and get one in idle pulses, so that scrolling finds them ready: in one pulse a node
/// is built, in another it is laid out.
///
/// Confined to the JavaFX Application Thread.
///
/// @param <K> names an item
public final class VirtualColumn<K> extends Region {

    /// How far beyond the viewport nodes are kept and made ready, in pixels.
    static final double OVERSCAN = 800;

    private static final double PAGE_KEPT = 40;
    private static final double EDGE = 8;
    private static final double END = 48; // of an item, when only its end is wanted

    private final double topPadding;
    private final double bottomPadding;
    private final ShownItems<K> items;
    private final ColumnBar bar = new ColumnBar(this::barMoved);
    private final Rectangle clip = new Rectangle();
    private final Prefetch prefetch = new Prefetch(this::requestLayout);

    private ScrollPosition position = ScrollPosition.TOP;
    private Set<K> pinned = Set.of();
    private @Nullable Part<K> wanted;
    private double zoom = 1;
    private double widest = Double.MAX_VALUE; // a row, in its own pixels
    private @Nullable HeldPlace held;
    private boolean isStale; // whether rows have other sizes than when they were laid out

    /// @param topPadding free space above the first item, in pixels
    /// @param bottomPadding free space below the last item, in pixels
    public VirtualColumn(ItemNodes<K> nodes, double topPadding, double bottomPadding) {
        this.items = new ShownItems<>(nodes, getChildren());
        this.topPadding = topPadding;
        this.bottomPadding = bottomPadding;
        this.position = new ScrollPosition(0, 0 - topPadding);
        getStyleClass().add("virtual-column");
        getChildren().add(bar.node());
        setClip(clip);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
    }

    /// Shows other items. The position stays with the first visible item that is still there.
    public void setItems(List<K> newItems) {
        var before = items.items();
        items.setItems(newItems);
        position = position.carriedOver(before, items.items());
        requestLayout();
    }

    public List<K> items() {
        return items.items();
    }

    public ScrollPosition position() {
        return position;
    }

    public void setPosition(ScrollPosition position) {
        this.position = position;
        requestLayout();
    }

    /// Returns the node that shows the item now, or null when it is far from the viewport.
    public @Nullable Region nodeOf(K item) {
        return items.node(item);
    }

    /// Keeps the nodes of these items wherever the list is scrolled, because they have the focus,
    /// or may get it.
    public void pin(Set<K> kept) {
        if (!pinned.equals(kept)) {
            pinned = Set.copyOf(kept);
            requestLayout();
        }
    }

    /// Shows rows larger or smaller, and as wide as there is room for.
    ///
    /// What lies at `y` stays there.
    ///
    /// @param newZoom pixels of the list for one of a row
    /// @param newWidest the greatest width of a row, in its own pixels; narrower ones are centred
    /// @param y in pixels of the viewport
    public void setRowSize(double newZoom, double newWidest, double y) {
        if (zoom == newZoom && widest == newWidest) {
            return;
        }
        hold(y);
        zoom = newZoom;
        widest = newWidest;
        requestLayout();
    }

    /// Measures all rows anew, after what they are made of got other sizes.
    ///
    /// What lies at `y` stays there.
    ///
    /// @param y in pixels of the viewport
    public void measureAnew(double y) {
        hold(y);
        items.forgetHeights();
        isStale = true;
        requestLayout();
    }

    private void hold(double y) {
        boolean isAtTop = position.index() == 0 && position.offset() <= 0;
        if (held == null && items.size() > 0 && !(isAtTop && y <= 0)) {
            held = HeldPlace.at(position, items.heights(), y);
        }
    }

    /// Builds a new node for the item, after its kind changed.
    public void renew(K item) {
        items.release(item);
        requestLayout();
    }

    /// Moves the contents up by that many pixels.
    public void scrollBy(double pixels) {
        if (Math.abs(pixels) > 4 * Math.max(getHeight(), 1)) {
            double target = items.heights().top(position.index()) + position.offset() + pixels;
            position = estimatedPositionAt(target);
        } else {
            position = position.by(pixels);
        }
        requestLayout();
    }

    public void scrollPage(int direction) {
        scrollBy(direction * Math.max(PAGE_KEPT, getHeight() - PAGE_KEPT));
    }

    /// Scrolls by as little as shows the item, its top first when it is taller than the viewport.
    public void reveal(K item) {
        revealPart(item, 0, Double.MAX_VALUE);
    }

    /// Scrolls by as little as shows the last lines of the item.
    public void revealEnd(K item) {
        revealPart(item, Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /// Scrolls by as little as shows the part of the item from `top` to `bottom`, in its own
    /// pixels.
    public void revealPart(K item, double top, double bottom) {
        wanted = new Part<>(item, top, bottom);
        requestLayout();
    }

    /// A part of an item that is to be seen after the next layout.
    private record Part<K>(K item, double top, double bottom) {}

    private void showWanted() {
        var part = wanted;
        wanted = null;
        int index = part == null ? -1 : items.items().indexOf(part.item());
        if (part == null || index < 0) {
            return;
        }
        double height = items.measure(index);
        double itemTop =
                items.heights().top(index)
                        - items.heights().top(position.index())
                        - position.offset();
        double top = Math.min(part.top() * zoom, Math.max(0, height - END));
        double partTop = itemTop + top;
        double partBottom = itemTop + Math.min(part.bottom() * zoom, height);
        if (partTop < 0 || partBottom - partTop > getHeight()) {
            double above = index == 0 && top == 0 ? topPadding : EDGE;
            position = new ScrollPosition(index, top - above);
            bringIntoRange();
        } else if (partBottom > getHeight()) {
            double above = getHeight() - EDGE - (partBottom - itemTop);
            position = new ScrollPosition(index, 0 - above);
            bringIntoRange();
        }
    }

    /// Puts the top of the item at the top of the viewport.
    public void scrollToTop(K item) {
        int index = items.items().indexOf(item);
        if (index >= 0) {
            setPosition(new ScrollPosition(index, index == 0 ? 0 - topPadding : -EDGE));
        }
    }

    /// Returns the item whose node lies at that height of the viewport, or null.
    public @Nullable K itemAt(double y) {
        return items.itemAt(y);
    }

    @Override
    protected double computePrefHeight(double width) {
        return items.heights().total();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double room = getWidth() - ColumnBar.WIDTH;
        if (room <= 0 || getHeight() <= 0) {
            return;
        }
        boolean isOther = items.setRoom(Math.min(room / zoom, widest), zoom) || isStale;
        isStale = false;
        standWhereHeld();
        var reading = ReadingAnchor.in(items.nodeAt(position.index()), isOther, zoom);
        position = position.by(reading.movedBy(items.nodeAt(position.index())));
        bringIntoRange();
        showWanted();
        fillDown();
        items.releaseAllBut(withPinned(placeNear()));
        layoutBar();
    }

    private void standWhereHeld() {
        var place = held;
        held = null;
        if (place != null && place.index() < items.size()) {
            position = place.position(items.measure(place.index()));
        }
    }

    /// Returns the left edge of the rows.
    private double left() {
        return Math.max(0, Math.rint((getWidth() - ColumnBar.WIDTH - items.width() * zoom) / 2));
    }

    /// Brings the offset into the item it names, and the end of the list no higher than it may
    /// be.
    private void bringIntoRange() {
        if (items.size() == 0) {
            position = ScrollPosition.TOP;
            return;
        }
        int index = Math.min(position.index(), items.size() - 1);
        double offset = position.offset();
        items.measure(index);
        while (offset < 0 && index > 0) {
            index--;
            offset += items.measure(index);
        }
        while (index < items.size() - 1 && offset >= items.measure(index)) {
            offset -= items.measure(index);
            index++;
        }
        position = new ScrollPosition(index, offset);
        keepEndDown();
        if (position.index() == 0 && position.offset() < -topPadding) {
            position = new ScrollPosition(0, 0 - topPadding);
        }
    }

    private void keepEndDown() {
        double bottom = -position.offset();
        int last = position.index();
        while (last < items.size() && bottom < getHeight()) {
            bottom += items.measure(last);
            last++;
        }
        double missing = getHeight() - bottomPadding - bottom;
        if (last < items.size() || missing <= 0) {
            return;
        }
        int index = position.index();
        double offset = position.offset() - missing;
        while (offset < 0 && index > 0) {
            index--;
            offset += items.measure(index);
        }
        position = new ScrollPosition(index, offset);
    }

    private void fillDown() {
        double y = -position.offset();
        for (int i = position.index(); i < items.size() && y < getHeight(); i++) {
            y += items.measure(i);
        }
    }

    /// Places every node near the viewport and returns the items that keep theirs.
    private Set<K> placeNear() {
        var kept = new HashSet<K>();
        double y = -position.offset();
        boolean ready = true;
        for (int i = position.index(); i < items.size() && y < getHeight() + OVERSCAN; i++) {
            ready &= y < getHeight() || isReady(i, ready, kept);
            place(i, y, kept);
            y += items.heights().height(i);
        }
        y = -position.offset();
        for (int i = position.index() - 1; i >= 0 && y > -OVERSCAN; i--) {
            ready &= isReady(i, ready, kept);
            y -= items.heights().height(i);
            place(i, y, kept);
        }
        if (!ready) {
            prefetch.again();
        }
        return kept;
    }

    /// Returns whether an item out of sight has its node; if not, takes one step towards it in an
    /// idle pulse.
    private boolean isReady(int index, boolean mayStep, Set<K> kept) {
        if (!items.hasNode(index) && mayStep && prefetch.mayBuild()) {
            if (items.isPrepared(index)) {
                items.measure(index);
            } else {
                items.prepare(index);
            }
        }
        if (items.isPrepared(index)) {
            kept.add(items.items().get(index));
        }
        return items.hasNode(index);
    }

    private void place(int index, double y, Set<K> kept) {
        var node = items.nodeAt(index);
        if (node != null) {
            double height = items.measure(index);
            node.resizeRelocate(left(), snapPositionY(y), items.width(), height / zoom);
            kept.add(items.items().get(index));
        }
    }

    /// Adds the pinned items, whose nodes wait out of sight when they are far away.
    private Set<K> withPinned(Set<K> kept) {
        for (var item : pinned) {
            var node = items.node(item);
            if (node != null && kept.add(item)) {
                node.relocate(left(), -node.getHeight() * zoom - OVERSCAN);
            }
        }
        return kept;
    }

    private ScrollPosition estimatedPositionAt(double y) {
        if (items.size() == 0 || y <= 0) {
            return new ScrollPosition(0, 0 - topPadding);
        }
        int index = items.heights().indexAt(y);
        return new ScrollPosition(index, y - items.heights().top(index));
    }

    private void layoutBar() {
        double total = items.heights().total() + topPadding + bottomPadding;
        double value = items.heights().top(position.index()) + position.offset() + topPadding;
        bar.show(value, total, getWidth(), getHeight());
    }

    private void barMoved(double value) {
        position = estimatedPositionAt(value - topPadding);
        requestLayout();
    }

    private void wheel(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            scrollBy(-event.getDeltaY());
            event.consume();
        }
    }
}
