package org.cellist.app.ui.output.image;

import org.jspecify.annotations.Nullable;

/// A size in pixels. Immutable.
public record PictureSize(double width, double height) {

    /// Returns whether a picture of this size may be decoded: 50 megapixels take 200 MB.
    boolean isBearable() {
        return width >= 1 && height >= 1 && width * height <= 50_000_000;
    }

    /// Returns the size in which a picture of this size is shown.
    ///
    /// @param wanted what was asked for; null for nothing, a zero for "in proportion"
    PictureSize as(@Nullable PictureSize wanted) {
        if (wanted == null || (wanted.width <= 0 && wanted.height <= 0)) {
            return this;
        }
        double ratio = height / width;
        if (wanted.height <= 0) {
            return new PictureSize(wanted.width, wanted.width * ratio);
        }
        return wanted.width <= 0 ? new PictureSize(wanted.height / ratio, wanted.height) : wanted;
    }
}
