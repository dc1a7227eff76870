package org.cellist.app.ui.output.rich;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.image.PictureSource;
import org.cellist.app.ui.output.image.RasterSource;
import org.cellist.app.ui.output.image.SvgSource;
import org.cellist.app.ui.output.port.RemotePictures;
import org.jspecify.annotations.Nullable;

/// A picture on the network: a button in its place says from where it would come, and fetches it.
/// Nothing is asked of the network before.
///
/// Confined to the JavaFX Application Thread.
final class RemotePicture extends Region {

    private static final String SVG_START = "<svg";
    private static final int START = 1024;

    private final Inline.Picture picture;
    private final URI address;
    private final RichParts parts;
    private Region shown;

    RemotePicture(Inline.Picture picture, URI address, RichParts parts) {
        this.picture = picture;
        this.address = address;
        this.parts = parts;
        getStyleClass().add("remote-picture");
        var texts = Texts.of("output");
        var words = picture.words().isBlank() ? texts.get("picture") : picture.words();
        var button = new Button(texts.get("remotePicture", words, address.getHost()));
        button.getStyleClass().add("remote-picture-button");
        button.setTooltip(new Tooltip(address.toString()));
        button.setOnAction(_ -> fetch(button));
        this.shown = button;
        getChildren().add(button);
    }

    private void fetch(Button button) {
        if (parts.context().pictures().equals(RemotePictures.NONE)) {
            parts.context().links().open(address);
            return;
        }
        button.setDisable(true);
        parts.context()
                .kit()
                .worker()
                .submit(() -> source(parts.context().pictures().fetch(address)), this::take);
    }

    private PictureSource source(byte[] file) {
        var start = new String(file, 0, Math.min(START, file.length), StandardCharsets.ISO_8859_1);
        return start.contains(SVG_START)
                ? new SvgSource(new String(file, StandardCharsets.UTF_8))
                : RasterSource.ofBytes(address, file);
    }

    private void take(@Nullable PictureSource source) {
        if (source == null) {
            if (shown instanceof Button button) {
                button.setText(Texts.of("output").get("pictureNotFetched", address.getHost()));
                button.setDisable(false);
            }
            return;
        }
        shown = parts.picture(source, picture);
        getChildren().setAll(shown);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return shown.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return shown.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = Math.min(getWidth(), shown.prefWidth(-1));
        shown.resizeRelocate(0, 0, width, shown.prefHeight(width));
    }
}
