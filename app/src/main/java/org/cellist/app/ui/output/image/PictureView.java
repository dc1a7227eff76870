package org.cellist.app.ui.output.image;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.image.PictureSource.Decoded;
import org.cellist.app.ui.output.work.RenderWorker;
import org.jspecify.annotations.Nullable;

/// Shows a picture as soon as it is decoded. Its place is kept free from the start, as far as the
/// file tells its size.
///
/// A picture is never enlarged beyond the size that was asked for, and shrinks with the room that
/// there is.
///
/// Confined to the JavaFX Application Thread.
public final class PictureView extends Region {

    private static final PictureSize UNKNOWN = new PictureSize(240, 160);

    private final Pictures pictures;
    private final PictureSource source;
    private final @Nullable PictureSize wanted;
    private final ImageView view = new ImageView();
    private @Nullable Label problem;
    private @Nullable Runnable broken;
    private RenderWorker.@Nullable Job job;
    private PictureSize size;
    private double room = Double.MAX_VALUE;
    private double scale = 1; // pixels of the screen for one of this view, in what was drawn

    /// @param wanted the size to show it in; null for its own. A zero stands for "in proportion".
    /// @param words what the picture is, for those who do not see it; may be empty
    public PictureView(
            Pictures pictures, PictureSource source, @Nullable PictureSize wanted, String words) {
        this.pictures = pictures;
        this.source = source;
        this.wanted = wanted;
        var declared = source.declaredSize();
        this.size = (declared == null ? UNKNOWN : declared).as(wanted);
        getStyleClass().add("picture");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(words);
        view.setManaged(false);
        view.setSmooth(true);
        view.setPreserveRatio(false);
        getChildren().add(view);
        new PictureMenu(this, pictures, source).install();
        if (declared != null && !declared.isBearable()) {
            fail(declared);
        } else {
            begin();
        }
    }

    /// Sets how wide the picture may be, where its parent does not tell.
    public void setRoom(double width) {
        if (width != room) {
            room = width;
            requestLayout();
        }
    }

    /// Calls back instead of saying so when the picture cannot be shown; at once if that is known.
    public void onBroken(Runnable action) {
        broken = action;
        if (problem != null) {
            action.run();
        }
    }

    /// Lets go of the picture.
    public void parked() {
        if (job != null) {
            job.cancel();
        }
        view.setImage(null);
    }

    /// Says so when the picture could not be saved.
    void saved(boolean worked) {
        var place = localToScreen(0, 0);
        if (!worked && place != null) {
            var words = new Tooltip(Texts.of("output").get("pictureNotSaved"));
            words.setAutoHide(true);
            words.show(this, place.getX(), place.getY());
        }
    }

    /// The picture as it was decoded; null while it is not.
    public @Nullable Image image() {
        return view.getImage();
    }

    ImageView imageView() {
        return view;
    }

    private void begin() {
        scale = source instanceof SvgSource ? screenScale() : 1;
        draw();
    }

    private void draw() {
        var known = pictures.known(source, scale);
        if (known != null) {
            take(known);
        } else {
            getStyleClass().add("waiting");
            job = pictures.decode(source, scale, this::take);
        }
    }

    /// Shapes are drawn for the sharpest screen there is.
    private static double screenScale() {
        return Screen.getScreens().stream().mapToDouble(Screen::getOutputScaleX).max().orElse(1);
    }

    /// Draws shapes again where the page is shown larger than they were drawn for.
    private void sharpen() {
        double wanted = screenScale() * Math.ceil(getLocalToSceneTransform().getMxx());
        if (source instanceof SvgSource && image() != null && wanted > scale) {
            scale = wanted;
            draw();
        }
    }

    private void take(@Nullable Decoded decoded) {
        getStyleClass().remove("waiting");
        if (decoded == null) {
            fail(source.declaredSize());
            return;
        }
        view.setImage(decoded.image());
        if (Transparency.isSeen(decoded.image())) {
            getStyleClass().add("see-through");
        }
        var exact = decoded.size().as(wanted);
        if (!exact.equals(size)) {
            size = exact;
            requestLayout();
        }
        layoutImage();
    }

    private void fail(@Nullable PictureSize declared) {
        var texts = Texts.of("output");
        var words =
                declared == null || declared.isBearable()
                        ? texts.get("pictureDamaged")
                        : texts.get("pictureTooLarge", declared.width(), declared.height());
        var label = new Label(words);
        label.getStyleClass().add("output-quiet");
        problem = label;
        if (broken != null) {
            broken.run();
        }
        getStyleClass().add("failed");
        getChildren().setAll(label);
        requestLayout();
    }

    private double shrink(double width) {
        double most = width > 0 ? Math.min(width, room) : room;
        return size.width() > most ? most / size.width() : 1;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return problem == null ? size.width() * shrink(-1) : problem.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return problem == null
                ? Math.rint(size.height() * shrink(width))
                : problem.prefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        return prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        if (problem == null) {
            layoutImage();
            sharpen();
        } else {
            problem.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }

    private void layoutImage() {
        double shrink = shrink(getWidth());
        view.setFitWidth(Math.rint(size.width() * shrink));
        view.setFitHeight(Math.rint(size.height() * shrink));
    }
}
