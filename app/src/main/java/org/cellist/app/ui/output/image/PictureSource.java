package org.cellist.app.ui.output.image;

import java.io.IOException;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// A picture that is not decoded yet.
///
/// Thread-safe.
public sealed interface PictureSource permits RasterSource, SvgSource {

    /// Equal for sources of the same picture.
    Object key();

    /// Returns the size that the file declares, in pixels; null when its first bytes do not tell.
    /// Cheap: nothing is decoded.
    @Nullable PictureSize declaredSize();

    /// Decodes. Takes time.
    ///
    /// @param scale device pixels for each pixel, for pictures without pixels of their own
    /// @throws IOException if it is damaged, too large or cannot be had
    Decoded decode(double scale) throws IOException;

    /// Returns the file, to be saved or copied.
    ///
    /// @throws IOException if it cannot be had
    byte[] file() throws IOException;

    /// What a file of this kind is called: `png`.
    String extension();

    /// A decoded picture. Immutable.
    ///
    /// @param size in which it wants to be shown
    record Decoded(Image image, PictureSize size) {

        /// About how much memory it takes.
        long bytes() {
            return (long) (image.getWidth() * image.getHeight() * 4);
        }
    }
}
