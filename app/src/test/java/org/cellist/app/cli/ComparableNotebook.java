package org.cellist.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// The cells of an executed notebook, made comparable with those of another program.
///
/// Evened out, on both sides alike:
/// - a text written as a list of lines is that text;
/// - neighbouring outputs of one stream are one, and what a carriage return overwrites within a
///   line is gone (`.*\r(?=[^\n])`), as nbconvert does and a live display must not;
/// - `metadata.execution`, the times that nbconvert writes into each cell, is gone;
/// - every text is masked by the patterns of `masks.txt`: what differs between any two runs.
///
/// Immutable.
record ComparableNotebook(List<JsonObject> cells) {

    private static final Pattern OVERWRITTEN = Pattern.compile(".*\r(?=[^\n])");
    private static final int MOST_MASKS = 10;

    static ComparableNotebook read(Path file) throws IOException {
        try {
            var notebook = RawJson.parse(Files.readAllBytes(file)).object();
            var masks = masks();
            var cells = new ArrayList<JsonObject>();
            for (var cell : items(notebook.get("cells"))) {
                cells.add(cell((JsonObject) cell, masks));
            }
            return new ComparableNotebook(cells);
        } catch (JsonSyntaxException e) {
            throw new IOException(e);
        }
    }

    int outputs() {
        return cells.stream().mapToInt(cell -> items(cell.get("outputs")).size()).sum();
    }

    private record Mask(Pattern pattern, String name) {}

    private static List<Mask> masks() throws IOException {
        try (var file = ComparableNotebook.class.getResourceAsStream("masks.txt")) {
            var lines = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).lines();
            var masks =
                    lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split(" ", 2))
                            .map(parts -> new Mask(Pattern.compile(parts[1]), parts[0]))
                            .toList();
            if (masks.size() > MOST_MASKS) {
                throw new AssertionError(masks.size() + " masks hide too much");
            }
            return masks;
        }
    }

    private static JsonObject cell(JsonObject cell, List<Mask> masks) {
        var metadata = cell.object("metadata").without("execution");
        var comparable = (JsonObject) comparable(cell.with("metadata", metadata), masks);
        if (!(comparable.get("outputs") instanceof JsonArray(var outputs))) {
            return comparable;
        }
        return comparable.with("outputs", new JsonArray(merged(outputs)));
    }

    private static List<JsonValue> merged(List<JsonValue> outputs) {
        var merged = new ArrayList<JsonValue>();
        for (var output : outputs) {
            var next = (JsonObject) output;
            if (!merged.isEmpty() && isSameStream((JsonObject) merged.getLast(), next)) {
                next = next.with("text", plus((JsonObject) merged.removeLast(), next));
            }
            merged.add(next);
        }
        return merged.stream()
                .map(JsonObject.class::cast)
                .<JsonValue>map(
                        output ->
                                output.get("text") instanceof JsonString(var text)
                                        ? output.with("text", shown(text))
                                        : output)
                .toList();
    }

    private static JsonString plus(JsonObject first, JsonObject second) {
        return new JsonString(first.string("text") + second.string("text"));
    }

    private static JsonString shown(String text) {
        return new JsonString(OVERWRITTEN.matcher(text).replaceAll(""));
    }

    private static boolean isSameStream(JsonObject first, JsonObject second) {
        return "stream".equals(first.string("output_type"))
                && "stream".equals(second.string("output_type"))
                && Objects.equals(first.string("name"), second.string("name"));
    }

    private static JsonValue comparable(JsonValue value, List<Mask> masks) {
        return switch (value) {
            case JsonString(var text) -> new JsonString(masked(text, masks));
            case JsonArray(var items) when isText(items) ->
                    new JsonString(
                            masked(
                                    items.stream()
                                            .map(item -> ((JsonString) item).text())
                                            .collect(Collectors.joining()),
                                    masks));
            case JsonArray(var items) ->
                    new JsonArray(items.stream().map(item -> comparable(item, masks)).toList());
            case JsonObject object -> {
                var all = JsonObject.EMPTY;
                var names = object.members().keySet().stream().sorted().toList();
                for (var name : names) {
                    var member = Objects.requireNonNull(object.get(name));
                    all = all.with(name, comparable(member, masks));
                }
                yield all;
            }
            default -> value;
        };
    }

    private static boolean isText(List<JsonValue> items) {
        return !items.isEmpty() && items.stream().allMatch(JsonString.class::isInstance);
    }

    private static String masked(String text, List<Mask> masks) {
        var masked = text;
        for (var mask : masks) {
            masked = mask.pattern().matcher(masked).replaceAll("<" + mask.name() + ">");
        }
        return masked;
    }

    private static List<JsonValue> items(@Nullable JsonValue value) {
        return value instanceof JsonArray(var items) ? items : List.of();
    }
}
