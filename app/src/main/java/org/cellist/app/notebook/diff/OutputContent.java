package org.cellist.app.notebook.diff;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutput.Unknown;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.RawJson;

/// What an output or an attachment says, whatever way its file writes it: equal for the same text
/// as one string and as a list of lines, and whatever the number of the run.
///
/// Immutable.
public final class OutputContent {

    private static final String METADATA = "metadata";

    private final String type;
    private final Map<String, Representation> parts;

    private OutputContent(String type, Map<String, Representation> parts) {
        this.type = type;
        this.parts = Collections.unmodifiableMap(parts);
    }

    /// Returns what each output says, in order.
    public static List<OutputContent> of(CellOutputs outputs) {
        return outputs.items().stream().map(OutputContent::of).toList();
    }

    /// Returns what an attachment is.
    public static OutputContent of(MimeBundle attachment) {
        return new OutputContent("attachment", parts(attachment));
    }

    static OutputContent of(CellOutput output) {
        return switch (output) {
            case Text(var name, var text) ->
                    new OutputContent("stream", part(name.value(), text.text()));
            case Rich(var data, var isResult, _, _) ->
                    new OutputContent(isResult ? "execute_result" : "display_data", parts(data));
            case Failed(var name, var value, var traceback) ->
                    new OutputContent(
                            "error", part("error", name + ": " + value + "\n" + lines(traceback)));
            case Unknown(var value) ->
                    new OutputContent("unknown", Map.of("JSON", Representation.ofValue(value)));
        };
    }

    private static String lines(List<String> traceback) {
        return String.join("\n", traceback);
    }

    private static Map<String, Representation> part(String label, String text) {
        return Map.of(label, Representation.ofText(text));
    }

    private static Map<String, Representation> parts(MimeBundle bundle) {
        var parts = new LinkedHashMap<String, Representation>();
        bundle.data().forEach((type, raw) -> parts.put(type, Representation.of(type, raw)));
        if (!bundle.metadata().object().members().isEmpty()) {
            parts.put(METADATA, Representation.ofValue(RawJson.of(bundle.metadata().value())));
        }
        return parts;
    }

    /// Returns whether the other one may have come in this one's place: both are texts of one
    /// stream, both are errors, both are shown.
    boolean isLike(OutputContent other) {
        boolean bothAreShown = isShown() && other.isShown();
        return bothAreShown
                || (type.equals(other.type) && parts.keySet().equals(other.parts.keySet()));
    }

    private boolean isShown() {
        return type.equals("display_data") || type.equals("execute_result");
    }

    /// The nbformat `output_type`, or `unknown`.
    String type() {
        return type;
    }

    /// Its representations by MIME type, or by the name of a stream.
    Map<String, Representation> parts() {
        return parts;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutputContent content
                && type.equals(content.type)
                && parts.equals(content.parts);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + parts.hashCode();
    }

    @Override
    public String toString() {
        return type + parts;
    }
}
