package org.cellist.app.ui.output.markdown;

import java.util.List;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.cellist.app.ui.output.port.OutputContext;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.NotebookPictures;
import org.cellist.app.ui.output.rich.RichView;
import org.cellist.app.ui.output.work.RenderWorker;
import org.cellist.kernel.protocol.MimeBundle;
import org.jspecify.annotations.Nullable;

/// Shows formatted text.
///
/// A short text is there at once. A long one is parsed on another thread: until then what was
/// shown before stays, or the room that it will about take is kept free.
///
/// Confined to the JavaFX Application Thread.
public final class MarkdownView extends Region {

    /// UTF-16 units that are parsed in a few milliseconds.
    private static final int SHORT = 16 * 1024;

    private record Shown(String source, Map<String, MimeBundle> attachments) {}

    private final RichView view = new RichView();
    private @Nullable Shown shown;
    private @Nullable OutputContext shownIn;
    private RenderWorker.@Nullable Job job;
    private boolean waits;

    public MarkdownView() {
        getStyleClass().add("markdown-view");
        getChildren().add(view);
    }

    /// Shows a text in place of the one before. Costs nothing when it is the same.
    ///
    /// @param attachments file name to its MIME bundle, for `attachment:name`
    public void show(String source, Map<String, MimeBundle> attachments, OutputContext context) {
        var newer = new Shown(source, Map.copyOf(attachments));
        if (newer.equals(shown) && context.equals(shownIn)) {
            return;
        }
        cancel();
        waits = shown == null;
        shown = newer;
        shownIn = context;
        if (source.length() <= SHORT) {
            take(MarkdownText.blocks(source));
        } else {
            job =
                    context.kit()
                            .worker()
                            .submit(
                                    () -> MarkdownText.blocks(source),
                                    blocks -> take(blocks == null ? asCode(source) : blocks));
            requestLayout();
        }
    }

    private static List<Block> asCode(String source) {
        return List.of(new Block.Code(source, ""));
    }

    private void take(List<Block> blocks) {
        var now = shown;
        var context = shownIn;
        if (now != null && context != null) {
            waits = false;
            var pictures = new NotebookPictures(now.attachments, context.folder());
            view.show(blocks, context, pictures, now.source);
            requestLayout();
        }
    }

    /// Lets go of everything that costs memory or time, because the view is out of sight.
    public void parked() {
        cancel();
        shown = null;
        shownIn = null;
        waits = false;
        view.parked();
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    /// Guesses the height of a text that is not shown, in pixels. Cheap; pure.
    public static double estimatedHeight(String source, double width) {
        return HeightGuess.of(source, width);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return view.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (waits && shown != null && width > 0) {
            return estimatedHeight(shown.source, width);
        }
        double inner = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + view.prefHeight(inner) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        view.resizeRelocate(
                left,
                top,
                getWidth() - left - snappedRightInset(),
                getHeight() - top - snappedBottomInset());
    }
}
