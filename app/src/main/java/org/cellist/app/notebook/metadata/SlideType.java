package org.cellist.app.notebook.metadata;

import java.util.Optional;
import java.util.stream.Stream;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// The part that a cell plays when its notebook is shown as slides: `slideshow.slide_type` of its
/// metadata.
///
/// Kept as JupyterLab does: a cell that plays none has no `slide_type`, and no `slideshow` if that
/// says nothing else. The older notebook wrote `-` for none, which is read.
///
/// Immutable.
public enum SlideType {
    /// Begins a slide.
    SLIDE("slide"),
    /// Begins a slide below the one before.
    SUBSLIDE("subslide"),
    /// Appears on the slide before it at the next step.
    FRAGMENT("fragment"),
    /// Is not shown.
    SKIP("skip"),
    /// Is for who speaks.
    NOTES("notes"),
    /// Goes on with what is before it.
    NONE(null);

    private static final String SLIDESHOW = "slideshow";
    private static final String KEY = "slide_type";

    private final @Nullable String word; // of the file

    SlideType(@Nullable String word) {
        this.word = word;
    }

    /// Returns the part that metadata name; empty for a word that is none of nbconvert's.
    public static Optional<SlideType> of(JsonObject metadata) {
        var said = metadata.object(SLIDESHOW).get(KEY);
        if (said == null || said.equals(new JsonString("-"))) {
            return Optional.of(NONE);
        }
        return said instanceof JsonString(var text)
                ? Stream.of(values()).filter(type -> text.equals(type.word)).findFirst()
                : Optional.empty();
    }

    /// Returns metadata that name this part.
    public JsonObject in(JsonObject metadata) {
        if (of(metadata).filter(this::equals).isPresent()) {
            return metadata;
        }
        var before = metadata.object(SLIDESHOW);
        var now = word == null ? before.without(KEY) : before.with(KEY, new JsonString(word));
        return now.equals(JsonObject.EMPTY)
                ? metadata.without(SLIDESHOW)
                : metadata.with(SLIDESHOW, now);
    }
}
