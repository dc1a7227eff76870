package org.cellist.app.ui.output.latex;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// A formula as pixels, in black, to be tinted when it is shown.
///
/// Immutable.
final class TypesetFormula implements Typesetting {

    private static final int OPAQUE = 0xff;

    private final int[] argb;
    private final int pixelWidth;
    private final int pixelHeight;
    private final double scale;
    private final double baseline;

    /// @param argb not premultiplied, row by row; not copied
    /// @param scale device pixels for each pixel
    /// @param baseline from the top to the foot of the letters, in device pixels
    TypesetFormula(int[] argb, int pixelWidth, double scale, double baseline) {
        this.argb = argb;
        this.pixelWidth = pixelWidth;
        this.pixelHeight = argb.length / pixelWidth;
        this.scale = scale;
        this.baseline = baseline;
    }

    double width() {
        return pixelWidth / scale;
    }

    double height() {
        return pixelHeight / scale;
    }

    double baseline() {
        return baseline / scale;
    }

    int bytes() {
        return argb.length * 4;
    }

    /// Returns the formula with its black in another colour; colours of its own stay.
    Image tinted(Color ink) {
        int red = (int) Math.round(ink.getRed() * OPAQUE);
        int green = (int) Math.round(ink.getGreen() * OPAQUE);
        int blue = (int) Math.round(ink.getBlue() * OPAQUE);
        var tinted = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int pixel = argb[i];
            int alpha = pixel >>> 24;
            if (alpha > 0) {
                int r = pixel >> 16 & OPAQUE;
                int g = pixel >> 8 & OPAQUE;
                int b = pixel & OPAQUE;
                int black = OPAQUE - Math.max(r, Math.max(g, b));
                tinted[i] =
                        alpha << 24
                                | (r + red * black / OPAQUE) << 16
                                | (g + green * black / OPAQUE) << 8
                                | b + blue * black / OPAQUE;
            }
        }
        var image = new WritableImage(pixelWidth, pixelHeight);
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        pixelWidth,
                        pixelHeight,
                        PixelFormat.getIntArgbInstance(),
                        tinted,
                        0,
                        pixelWidth);
        return image;
    }
}
