package org.cellist.app.ui.cell.markdown;

import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.ui.output.markdown.MarkdownView;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.kernel.protocol.MimeBundle;

/// The rendered text of a cell whose source is edited.
///
/// A key only winds up a clock; the text is rendered once nothing was typed for a moment. What is
/// rendered anew is often lower for an instant, or for as long as a formula is half written. So
/// the height is kept while somebody types: at the end of a notebook a lower row would move the
/// line of the caret.
///
/// Confined to the JavaFX Application Thread.
public final class TextPreview extends Region {

    private static final Duration REST = Duration.millis(150);

    /// After this the room of what is gone is given back, but for some of it.
    private static final Duration SETTLED = Duration.millis(900);

    private static final double MOST_FREE = 120;
    private static final double INSET_X = 14;
    private static final double INSET_Y = 10;

    private final MarkdownView view = new MarkdownView();
    private final PauseTransition rest = new PauseTransition(REST);
    private final PauseTransition settled = new PauseTransition(SETTLED);
    private final ObservableValue<Cell> cell;
    private final ObservableValue<OutputContext> context;
    private final Subscription following;
    private double kept;

    /// @param cell each version of it
    /// @param context where it is shown
    public TextPreview(ObservableValue<Cell> cell, ObservableValue<OutputContext> context) {
        this.cell = cell;
        this.context = context;
        getStyleClass().add("text-preview");
        getChildren().add(view);
        rest.setOnFinished(_ -> render());
        settled.setOnFinished(_ -> giveBack());
        render();
        following =
                Subscription.combine(
                        cell.subscribe((_, _) -> rest.playFromStart()),
                        context.subscribe((_, _) -> render()));
    }

    /// Lets go of the cell. The preview is not used again.
    public void end() {
        following.unsubscribe();
        rest.stop();
        settled.stop();
        view.parked();
    }

    private void render() {
        kept = getHeight();
        var now = cell.getValue();
        var attachments =
                now instanceof MarkdownCell text
                        ? text.attachments()
                        : Map.<String, MimeBundle>of();
        view.show(now.source(), attachments, context.getValue());
        settled.playFromStart();
        requestLayout();
    }

    private void giveBack() {
        if (getWidth() > 0) {
            kept = Math.min(kept, heightOfText(getWidth()) + MOST_FREE);
            requestLayout();
        }
    }

    private double heightOfText(double width) {
        if (cell.getValue().source().isBlank()) {
            return 0;
        }
        return Math.ceil(view.prefHeight(Math.max(0, width - 2 * INSET_X))) + 2 * INSET_Y;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(kept, heightOfText(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * INSET_X);
        view.resizeRelocate(INSET_X, INSET_Y, width, view.prefHeight(width));
    }
}
