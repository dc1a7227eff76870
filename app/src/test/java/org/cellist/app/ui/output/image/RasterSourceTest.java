package org.cellist.app.ui.output.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RasterSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif"})
    void theSizeIsReadWithoutDecoding(String format) throws IOException {
        var source = RasterSource.ofBytes("key", file(format, 37, 21));

        assertEquals(new PictureSize(37, 21), source.declaredSize());
        assertEquals(format, source.extension());
    }

    @Test
    void webpIsDecoded() throws IOException {
        var webp = "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA";

        var source = RasterSource.ofBase64(RawJson.ofString(webp));

        assertEquals(new PictureSize(1, 1), source.declaredSize());
        assertEquals(1, source.decode(1).image().getWidth());
    }

    @Test
    void aListOfLinesIsReadAsOneText() throws IOException, JsonSyntaxException {
        var text = Base64.getMimeEncoder().encodeToString(file("png", 50, 40));
        var lines = text.replace("\r\n", "\\n\", \"");
        var raw = RawJson.parse(("[\"" + lines + "\\n\"]").getBytes(StandardCharsets.UTF_8));

        var source = RasterSource.ofBase64(raw);

        assertEquals(new PictureSize(50, 40), source.declaredSize());
        assertEquals(50, source.decode(1).image().getWidth());
    }

    @Test
    void aPictureThatClaimsToBeHugeIsNotDecoded() throws IOException {
        var png = file("png", 2, 2);
        Arrays.fill(png, 16, 20, (byte) 0x7f);

        var source = RasterSource.ofBytes("key", png);

        var size = source.declaredSize();
        assertTrue(size != null && !size.isBearable());
        assertThrows(IOException.class, () -> source.decode(1));
    }

    @Test
    void aPictureThatIsCutOffOrNoneIsRefused() throws IOException {
        var jpeg = file("jpg", 64, 64);

        assertThrows(
                IOException.class,
                () -> RasterSource.ofBytes("key", Arrays.copyOf(jpeg, 30)).decode(1));
        assertThrows(IOException.class, () -> RasterSource.ofBytes("key", new byte[9]).decode(1));
        assertThrows(IOException.class, () -> RasterSource.ofBytes("key", new byte[0]).decode(1));
    }

    @Test
    void aHugeTextThatIsNoPictureCostsNothingToLookAt() {
        var raw = RawJson.ofString("A".repeat(50_000_000));

        assertNull(RasterSource.ofBase64(raw).declaredSize());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:image/svg+xml;base64,AAAA",
                "data:text/html;base64,AAAA",
                "data:image/png,AAAA",
                "data:image/png;base64",
                "https://example.org/a.png"
            })
    void onlyPicturesInBase64AreDataAddresses(String address) {
        assertTrue(RasterSource.ofDataAddress(address).isEmpty());
    }

    private static byte[] file(String format, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }
}
