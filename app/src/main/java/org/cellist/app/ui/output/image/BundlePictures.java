package org.cellist.app.ui.output.image;

import java.util.List;
import java.util.Optional;
import org.cellist.kernel.protocol.MimeBundle;

/// The pictures of a MIME bundle. Immutable.
public final class BundlePictures {

    /// A drawing first: it is sharp at every size.
    public static final List<String> MIME_TYPES =
            List.of("image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp");

    private BundlePictures() {}

    /// Returns the best picture that there is.
    public static Optional<PictureSource> best(MimeBundle bundle) {
        return MIME_TYPES.stream().flatMap(type -> of(bundle, type).stream()).findFirst();
    }

    /// Returns the picture of that MIME type; empty when there is none, or it cannot be one.
    public static Optional<PictureSource> of(MimeBundle bundle, String mimeType) {
        var raw = bundle.data().get(mimeType);
        if (raw == null || !(raw.isString() || raw.isArray())) {
            return Optional.empty();
        }
        if (mimeType.equals("image/svg+xml")) {
            return raw.joinedText().filter(text -> text.contains("<svg")).map(SvgSource::new);
        }
        return Optional.of(RasterSource.ofBase64(raw));
    }
}
