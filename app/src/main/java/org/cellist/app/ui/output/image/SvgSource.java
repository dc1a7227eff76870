package org.cellist.app.ui.output.image;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.embed.swing.SwingFXUtils;
import org.jspecify.annotations.Nullable;

/// A picture made of shapes, drawn at the screen's resolution.
///
/// Thread-safe.
public final class SvgSource implements PictureSource {

    private static final Pattern OPENING = Pattern.compile("<svg\\b[^>]*>", Pattern.DOTALL);
    private static final int OPENING_WITHIN = 8192;
    private static final Pattern LENGTH =
            Pattern.compile("\\s*([0-9]*\\.?[0-9]+(?:e[+-]?[0-9]+)?)\\s*(px|pt|pc|in|cm|mm|)\\s*");
    private static final double LARGEST_EDGE = 8000;
    private static final double MOST_PIXELS = 16_000_000;
    private static final PictureSize UNSAID = new PictureSize(300, 150);

    private static final Pattern DATA =
            Pattern.compile("data:image/svg\\+xml((?:;[a-z0-9=-]+)*),", Pattern.CASE_INSENSITIVE);

    /// Where the drawing comes from.
    private interface Drawing {
        String text() throws IOException;
    }

    private final Object key;
    private final Drawing drawing;
    private final @Nullable PictureSize declared;

    public SvgSource(String svg) {
        this(svg, () -> svg, declaredIn(svg));
    }

    private SvgSource(Object key, Drawing drawing, @Nullable PictureSize declared) {
        this.key = key;
        this.drawing = drawing;
        this.declared = declared;
    }

    /// A drawing in a `data:` address; empty for any other.
    public static Optional<SvgSource> ofDataAddress(String address) {
        var head = DATA.matcher(address);
        if (!head.lookingAt()) {
            return Optional.empty();
        }
        var rest = address.substring(head.end());
        if (head.group(1).toLowerCase(Locale.ROOT).contains("base64")) {
            var bytes = Base64Bytes.all(rest);
            return Optional.of(new SvgSource(new String(bytes, StandardCharsets.UTF_8)));
        }
        try {
            var plus = rest.replace("+", "%2B");
            return Optional.of(new SvgSource(URLDecoder.decode(plus, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException _) {
            return Optional.of(new SvgSource(rest));
        }
    }

    /// A file that must be in a folder, or below it, when it is read.
    public static SvgSource ofFile(Path file, Path root) {
        var inFolder = new FolderFile(file, root);
        return new SvgSource(file, () -> new String(inFolder.read(), StandardCharsets.UTF_8), null);
    }

    @Override
    public Object key() {
        return key;
    }

    @Override
    public @Nullable PictureSize declaredSize() {
        return declared;
    }

    @Override
    public byte[] file() throws IOException {
        return drawing.text().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String extension() {
        return "svg";
    }

    @Override
    public Decoded decode(double scale) throws IOException {
        var svg = drawing.text();
        var document = parsed(SvgCleaner.cleaned(svg));
        var found = declared == null ? declaredIn(svg) : declared;
        var size = found == null ? sizeOf(document) : found;
        if (!(size.width() >= 1 && size.height() >= 1)) {
            throw new IOException("no size: " + size);
        }
        double most = Math.sqrt(MOST_PIXELS / (size.width() * size.height()));
        double edge = LARGEST_EDGE / Math.max(size.width(), size.height());
        return new Decoded(
                SwingFXUtils.toFXImage(
                        drawn(document, size, Math.min(scale, Math.min(most, edge))), null),
                size);
    }

    private static SVGDocument parsed(String cleaned) throws IOException {
        var context =
                LoaderContext.builder()
                        .externalResourcePolicy(ResourcePolicy.DENY_EXTERNAL)
                        .documentLimits(DocumentLimits.DEFAULT)
                        .build();
        var bytes = cleaned.getBytes(StandardCharsets.UTF_8);
        var document = new SVGLoader().load(new ByteArrayInputStream(bytes), null, context);
        if (document == null) {
            throw new IOException("a drawing that cannot be read");
        }
        return document;
    }

    private static BufferedImage drawn(SVGDocument document, PictureSize size, double scale) {
        int width = (int) Math.max(1, Math.ceil(size.width() * scale));
        int height = (int) Math.max(1, Math.ceil(size.height() * scale));
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        var graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            document.renderWithPlatform(
                    NullPlatformSupport.INSTANCE, graphics, new ViewBox(0, 0, width, height));
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static PictureSize sizeOf(SVGDocument document) {
        var size = document.size();
        return new PictureSize(size.getWidth(), size.getHeight());
    }

    /// Reads `width` and `height` of the opening tag, else its view box.
    private static @Nullable PictureSize declaredIn(String svg) {
        var tag = OPENING.matcher(svg.substring(0, Math.min(svg.length(), OPENING_WITHIN)));
        if (!tag.find()) {
            return null;
        }
        double width = length(attribute(tag.group(), "width"));
        double height = length(attribute(tag.group(), "height"));
        if (width > 0 && height > 0) {
            return new PictureSize(width, height);
        }
        var box = attribute(tag.group(), "viewBox").trim().split("[\\s,]+", -1);
        double boxWidth = box.length == 4 ? length(box[2]) : 0;
        double boxHeight = box.length == 4 ? length(box[3]) : 0;
        if (!(boxWidth > 0 && boxHeight > 0)) {
            return width > 0 || height > 0 ? null : UNSAID;
        }
        if (width > 0) {
            return new PictureSize(width, width * boxHeight / boxWidth);
        }
        return height > 0
                ? new PictureSize(height * boxWidth / boxHeight, height)
                : new PictureSize(boxWidth, boxHeight);
    }

    private static String attribute(String tag, String name) {
        var matcher = Pattern.compile("\\s" + name + "\\s*=\\s*[\"']([^\"']*)[\"']").matcher(tag);
        return matcher.find() ? matcher.group(1) : "";
    }

    /// Returns a length in pixels of a 96th of an inch, or 0.
    private static double length(String text) {
        var matcher = LENGTH.matcher(text);
        if (!matcher.matches()) {
            return 0;
        }
        double pixels =
                switch (matcher.group(2)) {
                    case "pt" -> 96.0 / 72;
                    case "pc" -> 16;
                    case "in" -> 96;
                    case "cm" -> 96 / 2.54;
                    case "mm" -> 96 / 25.4;
                    default -> 1;
                };
        return Double.parseDouble(matcher.group(1)) * pixels;
    }
}
