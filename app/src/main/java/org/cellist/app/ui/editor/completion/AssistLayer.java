package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.cellist.app.ui.theme.StyleSheets;
import org.jspecify.annotations.Nullable;

/// The sheet over a page on which lists and cards float, near the line they belong to.
///
/// A node of the window and no window of its own: it can neither take the focus nor come between an
/// input method and the text. What has no room below its line stands above it.
///
/// Confined to the JavaFX Application Thread.
public final class AssistLayer extends Pane {

    /// The address of its style sheet, for the window's look.
    public static final String STYLE_SHEET = StyleSheets.in(AssistLayer.class, "completion.css");

    private static final double EDGE = 6;
    private static final double GAP = 2;

    /// What is narrower beside another is of no use.
    private static final double LEAST_WIDTH = 200;

    private final List<Floating> floats = new ArrayList<>();

    public AssistLayer() {
        setPickOnBounds(false);
        setManaged(false);
        setFocusTraversable(false);
        getStyleClass().add("assist-layer");
    }

    /// One node and its place. Confined to the JavaFX Application Thread.
    private static final class Floating {

        final Region node;
        final @Nullable Region beside;
        final double x;
        final double top; // of the line
        final double bottom;
        final boolean isAbove;

        Floating(Region node, double x, double top, double bottom, boolean isAbove) {
            this.node = node;
            this.beside = null;
            this.x = x;
            this.top = top;
            this.bottom = bottom;
            this.isAbove = isAbove;
        }

        Floating(Region node, Floating other) {
            this.node = node;
            this.beside = other.node;
            this.x = other.x;
            this.top = other.top;
            this.bottom = other.bottom;
            this.isAbove = other.isAbove;
        }
    }

    /// Shows a node at a place of a line; one that is shown already moves there.
    ///
    /// @param place on the screen; its height is the line's
    /// @param inset how far its own text lies from its left edge
    /// @param height that it may grow to; decides on which side of the line it stays
    /// @param prefersAbove whether it stands below only for lack of room
    void show(Region node, Bounds place, double inset, double height, boolean prefersAbove) {
        hide(node);
        var here = screenToLocal(place);
        if (here == null) {
            return;
        }
        double above = here.getMinY() - EDGE;
        double below = getHeight() - here.getMaxY() - EDGE;
        boolean isAbove =
                prefersAbove ? height <= above || above > below : height > below && above > below;
        add(new Floating(node, here.getMinX() - inset, here.getMinY(), here.getMaxY(), isAbove));
    }

    /// Shows a node beside another, on whichever side has room.
    void showBeside(Region node, Region other) {
        hide(node);
        for (var each : List.copyOf(floats)) {
            if (each.node.equals(other)) {
                add(new Floating(node, each));
            }
        }
    }

    private void add(Floating added) {
        floats.add(added);
        getChildren().add(added.node);
        requestLayout();
    }

    void hide(Region node) {
        floats.removeIf(each -> each.node.equals(node));
        getChildren().remove(node);
    }

    /// Returns whether a node is one of those shown, or part of one.
    boolean holds(@Nullable Object target) {
        var node = target instanceof Node it ? it : null;
        while (node != null && !equals(node)) {
            node = node.getParent();
        }
        return node != null;
    }

    @Override
    protected void layoutChildren() {
        for (var each : floats) {
            double wanted = Math.min(each.node.prefWidth(-1), getWidth() - 2 * EDGE);
            double width = each.beside == null ? wanted : widthBeside(each.beside, wanted);
            double room = each.isAbove ? each.top - EDGE : getHeight() - each.bottom - EDGE;
            double height = Math.min(each.node.prefHeight(width), Math.max(0, room - GAP));
            double y = each.isAbove ? each.top - GAP - height : each.bottom + GAP;
            double x = each.beside == null ? within(each.x, width) : beside(each.beside, width);
            each.node.setVisible(width >= LEAST_WIDTH || each.beside == null);
            each.node.resizeRelocate(
                    Math.rint(x), Math.rint(y), Math.ceil(width), Math.rint(height));
        }
    }

    private double within(double x, double width) {
        return Math.max(EDGE, Math.min(x, getWidth() - width - EDGE));
    }

    /// Returns how wide a node may be beside another, on the side with more room.
    private double widthBeside(Region other, double wanted) {
        return Math.min(wanted, Math.max(leftOf(other), rightOf(other)));
    }

    private double beside(Region other, double width) {
        return rightOf(other) >= width
                ? other.getLayoutX() + other.getWidth() + GAP
                : other.getLayoutX() - GAP - width;
    }

    private double leftOf(Region other) {
        return other.getLayoutX() - GAP - EDGE;
    }

    private double rightOf(Region other) {
        return getWidth() - other.getLayoutX() - other.getWidth() - GAP - EDGE;
    }
}
