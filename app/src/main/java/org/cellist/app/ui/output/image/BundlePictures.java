package org.cellist.app.ui.output.image;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.jspecify.annotations.Nullable;

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

    /// Returns the size that the bundle's metadata ask for, as IPython writes them for sharp
    /// pictures; null when they do not. A zero stands for "in proportion".
    public static @Nullable PictureSize wantedSize(MimeBundle bundle, String mimeType) {
        var metadata = bundle.metadata().object().object(mimeType);
        double width = pixels(metadata.get("width"));
        double height = pixels(metadata.get("height"));
        return width > 0 || height > 0 ? new PictureSize(width, height) : null;
    }

    private static double pixels(@Nullable JsonValue value) {
        return value instanceof JsonNumber(var lexeme)
                        && lexeme.matches("[0-9]{1,5}(\\.[0-9]{1,9})?")
                ? Double.parseDouble(lexeme)
                : 0;
    }

    /// Returns how high the best picture will be where there is that much room, in pixels; empty
    /// when there is no picture, or its first bytes do not tell. Cheap.
    public static OptionalDouble heightAt(MimeBundle bundle, double room) {
        for (var type : MIME_TYPES) {
            var declared = of(bundle, type).map(PictureSource::declaredSize);
            if (declared.isPresent()) {
                var shown = declared.get().as(wantedSize(bundle, type));
                return OptionalDouble.of(shown.height() * Math.min(1, room / shown.width()));
            }
        }
        return OptionalDouble.empty();
    }
}
