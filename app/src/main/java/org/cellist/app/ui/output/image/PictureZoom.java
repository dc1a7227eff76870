package org.cellist.app.ui.output.image;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.image.PictureSource.Decoded;
import org.cellist.app.ui.output.work.RenderWorker;
import org.jspecify.annotations.Nullable;

/// A picture at any size: as large as fits at first, then as somebody zooms. A newer picture keeps
/// the place and the zoom of the older one.
///
/// Confined to the JavaFX Application Thread.
public final class PictureZoom extends Region {

    private static final double STEP = 1.25;
    private static final double LEAST = 0.05;
    private static final double MOST = 40;
    private static final double KEY_PAN = 60;

    /// Device pixels for each pixel of a drawing, so that it stays sharp for some way.
    private static final double DRAWING_SCALE = 3;

    private final Pictures pictures;
    private final ImageView view = new ImageView();
    private final Label damaged = new Label(Texts.of("output").get("pictureDamaged"));
    private RenderWorker.@Nullable Job job;
    private @Nullable PictureSource source;
    private PictureSize size = new PictureSize(1, 1);
    private boolean fits = true;
    private double zoom = 1;
    private double left; // of the picture, in pixels of this region
    private double top;
    private double grabX;
    private double grabY;

    public PictureZoom(Pictures pictures) {
        this.pictures = pictures;
        getStyleClass().add("picture-zoom");
        view.setManaged(false);
        view.setSmooth(true);
        damaged.getStyleClass().add("output-quiet");
        damaged.setVisible(false);
        getChildren().addAll(view, damaged);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setFocusTraversable(true);
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::grab);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    }

    /// Shows a picture, as soon as it is decoded.
    public void show(PictureSource newer) {
        if (source != null && source.key().equals(newer.key())) {
            return;
        }
        source = newer;
        cancel();
        double scale = newer instanceof SvgSource ? DRAWING_SCALE : 1;
        var known = pictures.known(newer, scale);
        if (known != null) {
            take(known);
        } else {
            job = pictures.decode(newer, scale, this::take);
        }
    }

    /// Lets go of the picture.
    public void parked() {
        cancel();
        source = null;
        view.setImage(null);
    }

    private void cancel() {
        if (job != null) {
            job.cancel();
            job = null;
        }
    }

    private void take(@Nullable Decoded decoded) {
        Image image = decoded == null ? null : decoded.image();
        view.setImage(image);
        damaged.setVisible(decoded == null);
        if (decoded != null) {
            size = decoded.size();
        }
        requestLayout();
    }

    /// The factor by which the picture is enlarged.
    public double zoom() {
        return zoom;
    }

    public void zoomIn() {
        zoomAbout(zoom * STEP, getWidth() / 2, getHeight() / 2);
    }

    public void zoomOut() {
        zoomAbout(zoom / STEP, getWidth() / 2, getHeight() / 2);
    }

    /// Shows each pixel of the picture as one.
    public void fullSize() {
        zoomAbout(1, getWidth() / 2, getHeight() / 2);
    }

    /// Shows all of the picture, and goes on doing so when the window changes.
    public void fit() {
        fits = true;
        requestLayout();
    }

    /// What is at that place stays there.
    private void zoomAbout(double wanted, double x, double y) {
        double now = Math.clamp(wanted, LEAST, MOST);
        left = x - (x - left) * now / zoom;
        top = y - (y - top) * now / zoom;
        zoom = now;
        fits = false;
        requestLayout();
    }

    private void panBy(double x, double y) {
        left += x;
        top += y;
        fits = false;
        requestLayout();
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown() || event.isControlDown()) {
            if (event.getDeltaY() != 0) {
                double factor = event.getDeltaY() > 0 ? STEP : 1 / STEP;
                zoomAbout(zoom * factor, event.getX(), event.getY());
            }
        } else {
            panBy(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> zoomIn();
            case MINUS, SUBTRACT -> zoomOut();
            case DIGIT0, NUMPAD0 -> fullSize();
            case F -> fit();
            case LEFT -> panBy(KEY_PAN, 0);
            case RIGHT -> panBy(-KEY_PAN, 0);
            case UP -> panBy(0, KEY_PAN);
            case DOWN -> panBy(0, -KEY_PAN);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void grab(MouseEvent event) {
        requestFocus();
        grabX = event.getX() - left;
        grabY = event.getY() - top;
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            panBy(event.getX() - grabX - left, event.getY() - grabY - top);
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (fits) {
            zoom = Math.clamp(Math.min(width / size.width(), height / size.height()), LEAST, 1);
        }
        double wide = size.width() * zoom;
        double high = size.height() * zoom;
        left = placed(fits ? 0 : left, wide, width);
        top = placed(fits ? 0 : top, high, height);
        layoutInArea(damaged, 0, 0, width, height, 0, HPos.CENTER, VPos.CENTER);
        view.setFitWidth(wide);
        view.setFitHeight(high);
        view.relocate(Math.rint(left), Math.rint(top));
        setCursor(wide > width || high > height ? Cursor.OPEN_HAND : Cursor.DEFAULT);
    }

    /// A picture smaller than its place is in the middle; a larger one covers it.
    private static double placed(double start, double length, double room) {
        return length <= room ? (room - length) / 2 : Math.clamp(start, room - length, 0);
    }
}
