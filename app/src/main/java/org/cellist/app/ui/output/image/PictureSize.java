package org.cellist.app.ui.output.image;

/// A size in pixels. Immutable.
public record PictureSize(double width, double height) {

    /// Returns whether a picture of this size may be decoded: 50 megapixels take 200 MB.
    boolean isBearable() {
        return width >= 1 && height >= 1 && width * height <= 50_000_000;
    }
}
