package org.cellist.app.notebook.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.app.notebook.format.layout.LayoutHints;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Reads the `outputs` of one cell. What has no known shape is kept whole.
///
/// Confined to one thread.
final class OutputsParser {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");

    private final List<Quirk> quirks;
    private final LayoutHints hints;
    private final int cell;

    OutputsParser(List<Quirk> quirks, LayoutHints hints, int cell) {
        this.quirks = quirks;
        this.hints = hints;
        this.cell = cell;
    }

    /// Reads the list at the cursor.
    CellOutputs parse(JsonCursor cursor) throws JsonSyntaxException {
        var outputs = new ArrayList<CellOutput>();
        cursor.enter('[');
        for (boolean first = true; cursor.next(']', first); first = false) {
            outputs.add(parseOne(cursor));
        }
        return outputs.isEmpty() ? CellOutputs.NONE : new CellOutputs(outputs, false);
    }

    private CellOutput parseOne(JsonCursor cursor) throws JsonSyntaxException {
        cursor.peek();
        int from = cursor.position();
        int depth = cursor.depth();
        var output = cursor.peek() == '{' ? known(new OutputMembers(cursor, hints)) : null;
        if (output != null) {
            return output;
        }
        quirks.add(new Quirk(Quirk.Kind.UNKNOWN_OUTPUT, cell));
        cursor.restartValueAt(from, depth);
        return new CellOutput.Unknown(cursor.value());
    }

    /// Returns the members of an object as they stand; a duplicate name keeps the last value.
    static Map<String, RawJson> members(JsonCursor cursor) throws JsonSyntaxException {
        var members = new LinkedHashMap<String, RawJson>();
        cursor.enter('{');
        for (boolean first = true; cursor.next('}', first); first = false) {
            int at = cursor.position();
            if (members.put(cursor.name(), cursor.value()) != null) {
                cursor.noteDuplicate(at);
            }
        }
        return members;
    }

    /// The members of one output; those of `data` are taken apart in the same pass.
    private static final class OutputMembers {

        private final Map<String, RawJson> members = new LinkedHashMap<>();
        private @Nullable Map<String, RawJson> data;

        OutputMembers(JsonCursor cursor, LayoutHints hints) throws JsonSyntaxException {
            var names = new ArrayList<String>(6);
            cursor.enter('{');
            for (boolean first = true; cursor.next('}', first); first = false) {
                int at = cursor.position();
                var name = cursor.name();
                names.add(name);
                if (name.equals("data") && cursor.peek() == '{') {
                    if (data != null) {
                        cursor.noteDuplicate(at);
                    }
                    data = members(cursor);
                } else if (members.put(name, cursor.value()) != null) {
                    cursor.noteDuplicate(at);
                }
            }
            hints.output(names);
        }

        @Nullable RawJson get(String name) {
            return members.get(name);
        }

        Optional<String> text(String name) {
            return Optional.ofNullable(members.get(name))
                    .filter(RawJson::isString)
                    .flatMap(RawJson::joinedText);
        }
    }

    private static @Nullable CellOutput known(OutputMembers members) throws JsonSyntaxException {
        return switch (members.text("output_type").orElse("")) {
            case "stream" -> stream(members);
            case "display_data" -> rich(members, false);
            case "execute_result" -> rich(members, true);
            case "error" -> failed(members);
            default -> null;
        };
    }

    private static @Nullable CellOutput stream(OutputMembers members) {
        var name = members.text("name");
        var text = members.get("text");
        if (name.isEmpty() || text == null || !(text.isString() || text.isArray())) {
            return null;
        }
        return new CellOutput.Text(new StreamName(name.get()), StreamText.ofRaw(text));
    }

    private static @Nullable CellOutput rich(OutputMembers members, boolean isResult) {
        if (members.data == null) {
            return null;
        }
        var metadata = members.get("metadata");
        var bundle =
                new MimeBundle(members.data, metadata == null ? RawJson.EMPTY_OBJECT : metadata);
        return new CellOutput.Rich(bundle, isResult, count(members), null);
    }

    private static @Nullable Integer count(OutputMembers members) {
        var count = members.get("execution_count");
        var lexeme = count == null ? "" : count.toString();
        return COUNT.matcher(lexeme).matches() ? Integer.valueOf(lexeme) : null;
    }

    private static @Nullable CellOutput failed(OutputMembers members) throws JsonSyntaxException {
        var ename = members.text("ename");
        var evalue = members.text("evalue");
        var traceback = members.get("traceback");
        if (ename.isEmpty() || evalue.isEmpty() || traceback == null || !traceback.isArray()) {
            return null;
        }
        var lines = new ArrayList<String>();
        var cursor = traceback.cursor();
        cursor.enter('[');
        for (boolean first = true; cursor.next(']', first); first = false) {
            var line = cursor.value();
            if (!line.isString()) {
                return null;
            }
            lines.add(line.joinedText().orElse(""));
        }
        return new CellOutput.Failed(ename.get(), evalue.get(), lines);
    }
}
