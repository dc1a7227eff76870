package org.cellist.app.ui.output.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// Makes PNG files of pictures. Takes time.
///
/// Immutable.
public final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

    private PngFile() {}

    /// Returns a decoded picture as a file.
    public static byte[] of(Image image) throws IOException {
        return written(SwingFXUtils.fromFXImage(image, null));
    }

    /// Returns a picture of another format as PNG; a PNG as it is.
    ///
    /// @throws IOException if it is no picture, or of a format that cannot be read
    public static byte[] of(byte[] file) throws IOException {
        if (file.length > SIGNATURE.length
                && Arrays.equals(SIGNATURE, Arrays.copyOf(file, SIGNATURE.length))) {
            return file;
        }
        return written(ImageIO.read(new ByteArrayInputStream(file)));
    }

    private static byte[] written(@Nullable BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (image == null || !ImageIO.write(image, "png", bytes)) {
            throw new IOException("no picture that can be read");
        }
        return bytes.toByteArray();
    }
}
