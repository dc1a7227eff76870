package org.cellist.app.notebook.outline;

import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// What of a code cell its metadata say is hidden or limited in height, in the words of nbformat:
/// `source_hidden` and `outputs_hidden` of `jupyter`, the older `collapsed`, and `scrolled`.
///
/// Written as JupyterLab does: what is shown says nothing, and hidden outputs say so twice, since
/// older programs know `collapsed` alone. Where both speak, `outputs_hidden` is the newer word.
///
/// Immutable.
public final class CellParts {

    private static final String JUPYTER = "jupyter";
    private static final String SOURCE_HIDDEN = "source_hidden";
    private static final String OUTPUTS_HIDDEN = "outputs_hidden";
    private static final String COLLAPSED = "collapsed";
    private static final String SCROLLED = "scrolled";
    private static final JsonBoolean YES = new JsonBoolean(true);

    private CellParts() {}

    /// Returns whether the source is collapsed. Cheap.
    public static boolean hidesSource(JsonObject metadata) {
        return is(metadata.object(JUPYTER), SOURCE_HIDDEN);
    }

    /// Returns whether the outputs are collapsed. Cheap.
    public static boolean hidesOutputs(JsonObject metadata) {
        var jupyter = metadata.object(JUPYTER);
        return jupyter.get(OUTPUTS_HIDDEN) instanceof JsonBoolean(var is)
                ? is
                : is(metadata, COLLAPSED);
    }

    /// Returns whether the outputs are shown in a box of limited height. `auto`, the older default,
    /// is no. Cheap.
    public static boolean limitsOutputs(JsonObject metadata) {
        return is(metadata, SCROLLED);
    }

    /// Returns metadata with which the source is collapsed, or no longer is.
    public static JsonObject withSourceHidden(JsonObject metadata, boolean hidden) {
        return hidden == hidesSource(metadata)
                ? metadata
                : withWord(metadata, SOURCE_HIDDEN, hidden);
    }

    /// Returns metadata with which the outputs are collapsed, or no longer are.
    public static JsonObject withOutputsHidden(JsonObject metadata, boolean hidden) {
        if (hidden == hidesOutputs(metadata)) {
            return metadata;
        }
        var said = withWord(metadata, OUTPUTS_HIDDEN, hidden);
        return hidden ? said.with(COLLAPSED, YES) : said.without(COLLAPSED);
    }

    /// Returns metadata with which the outputs are limited in height, or no longer are.
    public static JsonObject withOutputsLimited(JsonObject metadata, boolean limited) {
        if (limited == limitsOutputs(metadata)) {
            return metadata;
        }
        return limited ? metadata.with(SCROLLED, YES) : metadata.without(SCROLLED);
    }

    private static JsonObject withWord(JsonObject metadata, String word, boolean is) {
        var jupyter = metadata.object(JUPYTER);
        var now = is ? jupyter.with(word, YES) : jupyter.without(word);
        return now.equals(JsonObject.EMPTY)
                ? metadata.without(JUPYTER)
                : metadata.with(JUPYTER, now);
    }

    private static boolean is(JsonObject object, String word) {
        return object.get(word) instanceof JsonBoolean(var is) && is;
    }
}
