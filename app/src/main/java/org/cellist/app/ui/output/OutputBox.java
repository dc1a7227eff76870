package org.cellist.app.ui.output;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.ui.output.find.OutputFindBar;
import org.cellist.app.ui.output.form.OutputForms;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.cellist.app.ui.theme.ScrollThumb;
import org.jspecify.annotations.Nullable;

/// The outputs of a cell, in full or, where a person wants it, in a box of limited height that
/// scrolls by itself. Outputs that grow while their end is seen go on showing it.
///
/// Confined to the JavaFX Application Thread.
public final class OutputBox extends Region implements MenuPlace {

    /// The height of a box that is limited, in pixels.
    public static final double LIMIT = 400;

    private static final double BAR = 10;
    private static final double FIND_GAP = 6;
    private static final double AROUND = 40; // above and below a match that is scrolled to

    private final OutputArea area;
    private final Rectangle clip = new Rectangle();
    private final OutputActions actions;
    private @Nullable ScrollBar bar;
    private @Nullable MoreButton more; // while the pointer is in the box
    private @Nullable OutputFindBar finding; // while somebody searches
    private boolean limited;
    private double offset;
    private double most; // the offset at which the end is seen

    public OutputBox(OutputArea area, OutputActions actions) {
        this.area = area;
        this.actions = actions;
        getStyleClass().add("output-box");
        getChildren().add(area);
        new BoxScrolling(this).install();
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> offerMenu(event.getY()));
        hoverProperty().addListener((_, _, _) -> withdrawMenu());
    }

    public OutputArea area() {
        return area;
    }

    /// Limits the height, or shows all.
    public void limit(boolean isLimited) {
        if (limited != isLimited) {
            limited = isLimited;
            offset = 0;
            most = 0;
            requestLayout();
        }
    }

    /// Returns the height of outputs that have that one in full, in pixels.
    public static double limited(double full) {
        return Math.min(LIMIT, full);
    }

    /// Returns where a match is in this box, as [OutputArea#showMatch]; scrolls it into sight.
    public @Nullable Bounds showMatch(int index, Match match) {
        var place = area.showMatch(index, match);
        if (place == null || !scrolls()) {
            return place;
        }
        scrollToShow(place);
        double top = Math.clamp(place.getMinY() - offset, 0, LIMIT);
        double height = Math.min(place.getHeight(), LIMIT - top);
        return new BoundingBox(0, top, getWidth(), height);
    }

    private void scrollToShow(Bounds place) {
        if (place.getMinY() < offset) {
            scrollTo(place.getMinY() - AROUND);
        } else if (place.getMaxY() > offset + LIMIT) {
            scrollTo(Math.min(place.getMinY(), place.getMaxY() + AROUND - LIMIT));
        }
    }

    // ---- finding

    /// Returns the box that a node is in; null when it is in none.
    public static @Nullable OutputBox around(@Nullable Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each instanceof OutputBox box) {
                return box;
            }
        }
        return null;
    }

    /// Opens the bar that finds text in these outputs.
    public void find() {
        var shown = finding;
        if (shown == null) {
            shown = new OutputFindBar(area, this::showFound, this::closeFinding);
            finding = shown;
            getChildren().add(shown);
            requestLayout();
        }
        shown.enter();
    }

    private void showFound(Bounds inScene) {
        var place = area.sceneToLocal(inScene);
        if (scrolls()) {
            scrollToShow(place);
        }
        double top = findingHeight() + Math.max(0, place.getMinY() - offset);
        actions.reveal(this, new BoundingBox(0, top, getWidth(), place.getHeight()));
    }

    private void closeFinding() {
        getChildren().remove(finding);
        finding = null;
        requestLayout();
        requestFocus();
    }

    private double findingHeight() {
        return finding == null ? 0 : Math.ceil(finding.prefHeight(-1)) + FIND_GAP;
    }

    /// Returns whether there is more than the box shows.
    boolean scrolls() {
        return most > 0;
    }

    /// Scrolls down by that much, up when negative. Returns whether anything moved.
    boolean scrollBy(double pixels) {
        double before = offset;
        scrollTo(offset + pixels);
        return offset != before;
    }

    // ---- the menu

    @Override
    public List<MenuItem> items(Node from) {
        return items(area.indexOf(from));
    }

    private List<MenuItem> items(int index) {
        var shown = area.shown(index);
        return shown == null
                ? List.of()
                : new OutputMenu(shown, actions, limited, this::find).items();
    }

    @Override
    public boolean isWhole(Node picture) {
        var shown = area.shown(area.indexOf(picture));
        return shown != null
                && OutputForms.isPicture(shown.output())
                && picture.equals(shown.region().lookup(".picture"));
    }

    private void menu(ContextMenuEvent event) {
        var from = event.getTarget() instanceof Node node ? node : area;
        MenuPlace.show(from, event);
    }

    private void offerMenu(double y) {
        int index = area.indexAt(y - area.getLayoutY());
        if (index < 0 || (more != null && more.isOpen())) {
            return;
        }
        if (more == null) {
            more = new MoreButton(this::items, this::withdrawMenu);
            getChildren().add(more);
        }
        more.standAt(index);
        layoutMore();
    }

    private void withdrawMenu() {
        if (more != null && !more.isOpen() && !isHover()) {
            getChildren().remove(more);
            more = null;
        }
    }

    private void layoutMore() {
        var shown = more == null ? null : area.shown(more.index());
        if (more != null && shown != null) {
            double top = area.getLayoutY() + shown.region().getLayoutY();
            double right = getWidth() - (bar == null ? 0 : BAR + 2);
            more.resizeRelocate(
                    right - MoreButton.SIZE, Math.max(0, top), MoreButton.SIZE, MoreButton.SIZE);
            if (!more.equals(getChildren().getLast())) {
                more.toFront();
            }
        }
    }

    private void scrollTo(double newOffset) {
        double now = Math.clamp(newOffset, 0, most);
        if (now != offset) {
            offset = now;
            requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double full = Math.ceil(area.prefHeight(width));
        return findingHeight() + (limited ? limited(full) : full);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double above = findingHeight();
        double height = getHeight() - above;
        boolean isOver = limited && Math.ceil(area.prefHeight(width)) > LIMIT;
        double inner = isOver ? width - BAR : width;
        double full = isOver ? Math.ceil(area.prefHeight(inner)) : height;
        boolean wasAtEnd = most > 0 && offset >= most - 1;
        most = Math.max(0, full - height);
        offset = wasAtEnd ? most : Math.clamp(offset, 0, most);
        area.resizeRelocate(0, above - Math.rint(offset), inner, full);
        clip.setWidth(width);
        clip.setHeight(getHeight());
        setClip(isOver ? clip : null);
        layoutBar(isOver);
        layoutMore();
        if (finding != null) {
            finding.resizeRelocate(0, 0, Math.min(width, finding.prefWidth(-1)), above - FIND_GAP);
            finding.toFront();
        }
    }

    private void layoutBar(boolean isWanted) {
        setFocusTraversable(isWanted);
        var shown = bar;
        if (!isWanted) {
            if (shown != null) {
                getChildren().remove(shown);
                bar = null;
            }
            return;
        }
        if (shown == null) {
            shown = newBar();
            bar = shown;
        }
        double height = getHeight() - findingHeight();
        shown.resizeRelocate(getWidth() - BAR, findingHeight(), BAR, height);
        ScrollThumb.show(shown, offset, most, height / (most + height));
        shown.setBlockIncrement(height);
    }

    private ScrollBar newBar() {
        var made = new ScrollBar();
        made.setOrientation(Orientation.VERTICAL);
        made.setManaged(false);
        made.setFocusTraversable(false);
        made.valueProperty().addListener((_, _, value) -> scrollTo(value.doubleValue()));
        getChildren().add(made);
        return made;
    }
}
