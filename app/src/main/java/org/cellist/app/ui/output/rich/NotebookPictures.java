package org.cellist.app.ui.output.rich;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cellist.app.ui.output.image.BundlePictures;
import org.cellist.app.ui.output.image.PictureSource;
import org.cellist.app.ui.output.image.RasterSource;
import org.cellist.app.ui.output.image.SvgSource;
import org.cellist.kernel.protocol.MimeBundle;
import org.jspecify.annotations.Nullable;

/// The pictures that a notebook's texts may name: those attached to the cell, those written into
/// the address, those in the notebook's folder or below it, and, after a click, those on the
/// network. Nothing else on this computer has an address.
///
/// Thread-safe.
public final class NotebookPictures implements PictureResolver {

    private static final Found NOTHING = new Found.Nothing();
    private static final String ATTACHMENT = "attachment:";
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "svg");
    private static final int LONGEST_NAME = 1024;

    private final Map<String, MimeBundle> attachments;
    private final @Nullable Path folder;

    /// @param attachments file name to MIME bundle
    /// @param folder the notebook's; null when it has none
    public NotebookPictures(Map<String, MimeBundle> attachments, @Nullable Path folder) {
        this.attachments = Map.copyOf(attachments);
        this.folder = folder;
    }

    @Override
    public Found resolve(String address) {
        var lower = address.substring(0, Math.min(16, address.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("data:")) {
            return found(ofData(address));
        }
        if (lower.startsWith(ATTACHMENT)) {
            return attached(address.substring(ATTACHMENT.length()));
        }
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return remote(address);
        }
        return inFolder(address);
    }

    private static Found found(Optional<? extends PictureSource> source) {
        return source.<Found>map(Found.Here::new).orElse(NOTHING);
    }

    private static Optional<? extends PictureSource> ofData(String address) {
        var raster = RasterSource.ofDataAddress(address);
        return raster.isPresent() ? raster : SvgSource.ofDataAddress(address);
    }

    private Found attached(String name) {
        var bundle = attachments.get(name);
        if (bundle == null) {
            bundle = attachments.get(decoded(name));
        }
        return bundle == null ? NOTHING : found(BundlePictures.best(bundle));
    }

    private static Found remote(String address) {
        try {
            var uri = new URI(address.replace(" ", "%20"));
            return uri.getHost() == null ? NOTHING : new Found.Remote(uri);
        } catch (URISyntaxException _) {
            return NOTHING;
        }
    }

    /// Whether links on the way lead out of the folder is found out when the file is read.
    private Found inFolder(String address) {
        var name = decoded(withoutQuery(address));
        if (folder == null || !mayBeFile(name)) {
            return NOTHING;
        }
        try {
            var root = folder.toAbsolutePath().normalize();
            var file = root.resolve(name).normalize();
            boolean isInside = file.startsWith(root) && !file.equals(root);
            return isInside ? new Found.Here(source(file, root)) : NOTHING;
        } catch (InvalidPathException _) {
            return NOTHING;
        }
    }

    private static PictureSource source(Path file, Path root) {
        boolean isSvg = file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
        return isSvg ? SvgSource.ofFile(file, root) : RasterSource.ofFile(file, root);
    }

    private static boolean mayBeFile(String name) {
        int dot = name.lastIndexOf('.');
        return name.length() <= LONGEST_NAME
                && dot >= 0
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))
                && !name.startsWith("/")
                && name.chars().noneMatch(c -> c < ' ' || c == ':' || c == '\\');
    }

    private static String withoutQuery(String address) {
        int end = address.indexOf('?');
        return end < 0 ? address : address.substring(0, end);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return name;
        }
    }
}
