package org.cellist.app.ui.output.image;

import javafx.scene.image.Image;

/// Whether what is behind a picture can be seen through it. Immutable.
final class Transparency {

    private static final int OPAQUE = 250;
    private static final int PLACES = 8;

    private Transparency() {}

    /// Looks at a few pixels along the edges and across the middle: cheap, and right for pictures
    /// that have no background of their own.
    static boolean isSeen(Image image) {
        var pixels = image.getPixelReader();
        if (pixels == null) {
            return false;
        }
        int right = (int) image.getWidth() - 1;
        int bottom = (int) image.getHeight() - 1;
        for (int i = 0; i <= PLACES; i++) {
            int x = right * i / PLACES;
            int y = bottom * i / PLACES;
            boolean opaque =
                    pixels.getArgb(x, 0) >>> 24 >= OPAQUE
                            && pixels.getArgb(x, bottom) >>> 24 >= OPAQUE
                            && pixels.getArgb(0, y) >>> 24 >= OPAQUE
                            && pixels.getArgb(right, y) >>> 24 >= OPAQUE
                            && pixels.getArgb(x, y) >>> 24 >= OPAQUE;
            if (!opaque) {
                return true;
            }
        }
        return false;
    }
}
