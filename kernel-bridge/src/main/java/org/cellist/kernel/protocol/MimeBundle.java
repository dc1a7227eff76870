package org.cellist.kernel.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cellist.kernel.protocol.json.RawJson;

/// One value in several representations, by MIME type, with the metadata that goes with them.
///
/// Each representation stays raw JSON until a renderer asks for it: text is a JSON string, or,
/// in a file, a list of lines; `application/json` may be anything.
///
/// Immutable.
///
/// @param data MIME type to representation, in the order in which they came
/// @param metadata the `metadata` object beside `data`
public record MimeBundle(Map<String, RawJson> data, RawJson metadata) {

    /// Copies `data`, keeping its order.
    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /// Returns the text of one representation: the string, or the lines of a list joined.
    public Optional<String> text(String mimeType) {
        return Optional.ofNullable(data.get(mimeType)).flatMap(RawJson::joinedText);
    }
}
