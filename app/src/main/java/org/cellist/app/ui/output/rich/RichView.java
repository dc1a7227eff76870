package org.cellist.app.ui.output.rich;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.find.Expandable;
import org.cellist.app.ui.output.port.OutputContext;
import org.jspecify.annotations.Nullable;

/// Shows blocks one below the other; their text can be selected and copied.
///
/// Of a very long text only the beginning is shown, and more when somebody asks for it: each part
/// has a node.
///
/// Confined to the JavaFX Application Thread.
public final class RichView extends Region implements Expandable {

    /// Parts that are made in one go, so that the window answers between them: more than a screen
    /// shows.
    private static final int BATCH = 120;

    /// Parts that are made without being asked for.
    private static final int FIRST = 600;

    /// Between two pieces of a list there is the space of its items, not that of blocks.
    private static final Insets CLOSE_UP = new Insets(-6, 0, 0, 0);

    private final VBox column = new VBox();
    private final TextSelection selection = new TextSelection(this);
    private @Nullable RichParts parts;
    private List<Batches.Part> rest = List.of();

    public RichView() {
        getStyleClass().add("rich-view");
        column.getStyleClass().add("rich-column");
        getChildren().add(column);
        selection.install();
    }

    /// Shows blocks in place of those before.
    ///
    /// @param owner what they were made of; where it is shown again, tables are as they were left
    public void show(
            List<Block> blocks, OutputContext context, PictureResolver resolver, Object owner) {
        parked();
        parts = new RichParts(context, resolver, owner);
        rest = Batches.of(blocks);
        showMore(FIRST);
    }

    /// Lets go of everything that costs memory or time, because the view is out of sight.
    public void parked() {
        if (parts != null) {
            parts.end();
        }
        parts = null;
        rest = List.of();
        selection.clear();
        column.getChildren().clear();
    }

    private void showMore(int most) {
        var made = parts;
        if (made == null) {
            return;
        }
        int weight = addBatch(new BlockBuilder(made));
        if (rest.isEmpty()) {
            return;
        }
        if (weight < most) {
            made.later(() -> continueWith(made, most - weight));
        } else {
            column.getChildren().add(more());
        }
    }

    private void continueWith(RichParts made, int most) {
        if (made.equals(parts)) {
            showMore(most);
        }
    }

    /// Adds the next blocks; returns their weight.
    private int addBatch(BlockBuilder builder) {
        int weight = 0;
        int count = 0;
        while (count < rest.size() && weight < BATCH) {
            var part = rest.get(count++);
            weight += BlockWeight.of(part.block());
            var node = builder.node(part.block());
            column.getChildren().add(node);
            if (part.continues()) {
                VBox.setMargin(node, CLOSE_UP);
            }
        }
        rest = rest.subList(count, rest.size());
        return weight;
    }

    @Override
    public boolean expand() {
        var made = parts;
        if (made == null || rest.isEmpty()) {
            return false;
        }
        column.getChildren().removeIf(Hyperlink.class::isInstance);
        addBatch(new BlockBuilder(made));
        if (rest.isEmpty()) {
            return true;
        }
        column.getChildren().add(more());
        return true;
    }

    private Region more() {
        var link = new Hyperlink(Texts.of("output").get("showMore"));
        link.getStyleClass().add("rich-more");
        link.setOnAction(
                _ -> {
                    column.getChildren().remove(link);
                    showMore(FIRST);
                });
        return link;
    }

    /// The paragraphs in reading order.
    List<RichFlow> flows() {
        return parts == null ? List.of() : parts.flows();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + column.prefWidth(-1) + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + column.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        column.resizeRelocate(
                left,
                top,
                getWidth() - left - snappedRightInset(),
                getHeight() - top - snappedBottomInset());
    }
}
