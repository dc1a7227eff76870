package org.cellist.app.notebook.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.format.layout.MemberOrder;
import org.cellist.app.notebook.format.layout.NbformatTexts;
import org.cellist.app.notebook.format.layout.RawList;
import org.cellist.app.notebook.format.layout.StyledJson;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutput.Unknown;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Turns outputs into their nbformat 4 form: texts as lists of lines, nothing transient.
///
/// Immutable.
final class OutputsEncoder {

    private static final int OUTPUT_DEPTH = 4;

    private final FileLayout layout;

    OutputsEncoder(FileLayout layout) {
        this.layout = layout;
    }

    /// Returns outputs as JSON in the place of others; those that did not change keep their
    /// bytes.
    ///
    /// @param before the outputs that stand in `list`, in its order; or none
    String spliced(CellOutputs outputs, List<CellOutput> before, RawList list) {
        var texts = new ArrayList<String>();
        var items = outputs.items();
        for (int i = 0; i < items.size(); i++) {
            boolean isKept = i < before.size() && items.get(i).equals(before.get(i));
            texts.add(
                    isKept
                            ? list.items().get(i).toString()
                            : StyledJson.of(encode(items.get(i)), layout, OUTPUT_DEPTH));
        }
        return list.with(texts);
    }

    JsonArray encode(CellOutputs outputs) {
        var items = new ArrayList<JsonValue>();
        for (var output : outputs.items()) {
            items.add(encode(output));
        }
        return new JsonArray(items);
    }

    private JsonValue encode(CellOutput output) {
        return inFileOrder(raw(output));
    }

    private JsonValue inFileOrder(JsonValue output) {
        return output instanceof JsonObject object
                ? MemberOrder.ordered(object, layout.order().output())
                : output;
    }

    private JsonValue raw(CellOutput output) {
        return switch (output) {
            case Text(var name, var text) ->
                    object(
                            "output_type", new JsonString("stream"),
                            "name", new JsonString(name.value()),
                            "text", lines(text.text()));
            case Rich(var bundle, var isResult, var count, _) -> encode(bundle, isResult, count);
            case Failed(var ename, var evalue, var traceback) ->
                    object(
                            "output_type", new JsonString("error"),
                            "ename", new JsonString(ename),
                            "evalue", new JsonString(evalue),
                            "traceback", strings(traceback));
            case Unknown(var value) -> value.value();
        };
    }

    private JsonObject encode(MimeBundle bundle, boolean isResult, @Nullable Integer count) {
        var output = new LinkedHashMap<String, JsonValue>();
        output.put("output_type", new JsonString(isResult ? "execute_result" : "display_data"));
        output.put("data", encodeData(bundle.data()));
        output.put("metadata", bundle.metadata().value());
        if (isResult) {
            output.put("execution_count", count == null ? new JsonNull() : JsonNumber.of(count));
        }
        return new JsonObject(output);
    }

    /// Returns the representations of a bundle or an attachment, split as nbformat splits them.
    JsonObject encodeData(Map<String, RawJson> data) {
        var members = new LinkedHashMap<String, JsonValue>();
        data.forEach((mimeType, value) -> members.put(mimeType, encode(mimeType, value)));
        return new JsonObject(members);
    }

    private JsonValue encode(String mimeType, RawJson value) {
        return NbformatTexts.isSplit(mimeType) && value.isString()
                ? lines(value.joinedText().orElse(""))
                : value.value();
    }

    /// Returns the text as its lines, or whole in a file that does so.
    JsonValue lines(String text) {
        return layout.hasSourceLists() ? NbformatTexts.lines(text) : new JsonString(text);
    }

    private static JsonArray strings(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    private static JsonObject object(Object... namesAndValues) {
        var members = new LinkedHashMap<String, JsonValue>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return new JsonObject(members);
    }
}
