package org.cellist.app.ui.output.image;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// A picture made of pixels: PNG, JPEG, GIF or WebP.
///
/// Thread-safe.
public final class RasterSource implements PictureSource {

    /// JPEG files carry colour profiles and previews before their size.
    private static final int HEADER_BYTES = 64 * 1024;

    private static final int SHORT_HEADER_BYTES = 64;

    /// A picture of more pixels is scaled down while it is decoded, to fit a square of this edge.
    private static final int LARGE = 3000;

    /// All frames of an animation together; a longer one stands still.
    private static final long MOST_ANIMATED_PIXELS = 25_000_000;

    /// Where the bytes come from.
    private interface Bytes {
        byte[] all() throws IOException;
    }

    private final Object key;
    private final Bytes bytes;
    private final @Nullable RasterHeader header;

    private RasterSource(Object key, Bytes bytes, @Nullable RasterHeader header) {
        this.key = key;
        this.bytes = bytes;
        this.header = header;
    }

    /// A picture in base64, as in an output or an attachment.
    ///
    /// @param json a string or a list of strings
    public static RasterSource ofBase64(RawJson json) {
        return new RasterSource(
                json,
                () -> Base64Bytes.all(json.joinedText().orElse("")),
                headerOf(most -> Base64Bytes.start(json.buffer(), most)));
    }

    /// A picture in a `data:` address; empty for any other, and for a MIME type that is none of
    /// the raster formats.
    public static Optional<RasterSource> ofDataAddress(String address) {
        int comma = address.indexOf(',');
        if (comma < 0 || !address.regionMatches(true, 0, "data:image/", 0, 11)) {
            return Optional.empty();
        }
        var head = address.substring(11, comma).toLowerCase(Locale.ROOT);
        if (!head.matches("(png|jpe?g|gif|webp)(;[a-z0-9=-]+)*;base64")) {
            return Optional.empty();
        }
        var text = address.substring(comma + 1);
        byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
        var start = ByteBuffer.wrap(letters);
        return Optional.of(
                new RasterSource(
                        address,
                        () -> Base64Bytes.all(text),
                        headerOf(most -> Base64Bytes.start(start, most))));
    }

    /// A file that must be in a folder, or below it, when it is read.
    public static RasterSource ofFile(Path file, Path root) {
        return new RasterSource(file, new FolderFile(file, root)::read, null);
    }

    /// Bytes that are at hand.
    public static RasterSource ofBytes(Object key, byte[] bytes) {
        return new RasterSource(key, () -> bytes, RasterHeader.read(bytes).orElse(null));
    }

    private interface Start {
        byte[] bytes(int most);
    }

    private static @Nullable RasterHeader headerOf(Start start) {
        return RasterHeader.read(start.bytes(SHORT_HEADER_BYTES))
                .or(() -> RasterHeader.read(start.bytes(HEADER_BYTES)))
                .orElse(null);
    }

    @Override
    public Object key() {
        return key;
    }

    @Override
    public @Nullable PictureSize declaredSize() {
        return header == null ? null : header.size();
    }

    @Override
    public byte[] file() throws IOException {
        return bytes.all();
    }

    @Override
    public String extension() {
        if (header == null) {
            return "png";
        }
        return switch (header.format()) {
            case PNG -> "png";
            case JPEG -> "jpg";
            case GIF -> "gif";
            case WEBP -> "webp";
        };
    }

    @Override
    public Decoded decode(double scale) throws IOException {
        var file = bytes.all();
        var found = RasterHeader.read(file).orElseThrow(() -> new IOException("no picture"));
        if (!found.size().isBearable()) {
            throw new IOException("too large: " + found.size());
        }
        return new Decoded(image(file, found), found.size());
    }

    private static Image image(byte[] file, RasterHeader found) throws IOException {
        var size = found.size();
        boolean still = found.format() == RasterHeader.Format.GIF && !mayMove(file, size);
        if (!still) {
            boolean large = size.width() * size.height() > (double) LARGE * LARGE;
            double fit = large ? LARGE : 0;
            var image = new Image(new ByteArrayInputStream(file), fit, fit, true, true);
            if (!image.isError()) {
                return image;
            }
        }
        return decodedByImageIo(file);
    }

    private static boolean mayMove(byte[] file, PictureSize size) {
        double pixels = size.width() * size.height();
        return pixels * GifFrames.count(file) <= MOST_ANIMATED_PIXELS;
    }

    /// Reads what JavaFX's own decoders do not: four-colour JPEG, unusual WebP, the first frame
    /// of a long animation.
    private static Image decodedByImageIo(byte[] file) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(file));
        if (image == null) {
            throw new IOException("a picture that cannot be decoded");
        }
        return SwingFXUtils.toFXImage(image, null);
    }
}
