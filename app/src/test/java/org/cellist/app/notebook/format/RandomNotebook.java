package org.cellist.app.notebook.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// A notebook with random content in a random layout: as some tool would write it, or with white
/// space and escapes wherever JSON allows them.
///
/// Confined to one thread.
final class RandomNotebook {

    private static final List<String> PIECES =
            List.of(
                    "a",
                    "한글",
                    "x = 1",
                    "\n",
                    "\n\n",
                    "\r\n",
                    "\r",
                    "\"",
                    "\\",
                    "/",
                    "\t",
                    "\u2028",
                    "\u0000",
                    "\u001b[31m",
                    "😀",
                    "\ud800",
                    "\udfff",
                    "\u0085",
                    "\f",
                    " ",
                    "é",
                    "}",
                    "# head\n",
                    "print(\"1\")\n",
                    "\u007f",
                    "\ufeff");
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "-0",
                    "1",
                    "1.50",
                    "1E5",
                    "NaN",
                    "-Infinity",
                    "1e400",
                    "123456789012345678901");

    private final Random random;
    private final boolean isWild;
    private final String lineEnd;
    private final String indent;
    private final boolean isOneLine;
    private final boolean isAscii;
    private final boolean isSorted;
    private final boolean hasLists;
    private final int minor;

    RandomNotebook(long seed) {
        this.random = new Random(seed);
        this.isWild = random.nextInt(4) == 0;
        this.lineEnd = any(List.of("\n", "\n", "\r\n", "\r"));
        this.indent = any(List.of(" ", "  ", "    ", "\t"));
        this.isOneLine = random.nextInt(5) == 0;
        this.isAscii = random.nextBoolean();
        this.isSorted = random.nextBoolean();
        this.hasLists = random.nextInt(3) > 0;
        this.minor = random.nextInt(7);
    }

    byte[] bytes() {
        var cells = new ArrayList<JsonValue>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            cells.add(cell(i));
        }
        var notebook =
                object(
                        "cells", new JsonArray(cells),
                        "metadata", metadata(2),
                        "nbformat", JsonNumber.of(4),
                        "nbformat_minor", JsonNumber.of(minor));
        var json = new StringBuilder(random.nextInt(8) == 0 ? "\ufeff" : "");
        print(json, notebook, 0);
        json.append(random.nextBoolean() ? "\n" : "");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonObject cell(int index) {
        var members = new LinkedHashMap<String, JsonValue>();
        var type = any(List.of("code", "code", "markdown", "raw"));
        members.put("cell_type", new JsonString(type));
        if (minor >= 5) {
            members.put("id", new JsonString("cell-" + index));
        }
        members.put("metadata", metadata(1));
        if (random.nextInt(10) > 0) {
            members.put("source", text());
        }
        if (type.equals("code")) {
            members.put(
                    "execution_count", random.nextBoolean() ? new JsonNull() : JsonNumber.of(3));
            members.put("outputs", outputs());
        } else if (random.nextInt(3) == 0) {
            members.put(
                    "attachments", object("a.png", object("image/png", new JsonString("iVBO"))));
        }
        if (random.nextInt(4) == 0) {
            members.put("unknown", value(2));
        }
        return shuffled(members);
    }

    private JsonArray outputs() {
        var outputs = new ArrayList<JsonValue>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            outputs.add(output());
        }
        return new JsonArray(outputs);
    }

    private JsonValue output() {
        return switch (random.nextInt(5)) {
            case 0 ->
                    object(
                            "output_type", new JsonString("stream"),
                            "name", new JsonString("stdout"),
                            "text", text());
            case 1 ->
                    object(
                            "output_type", new JsonString("execute_result"),
                            "data", object("text/plain", text(), "application/json", value(2)),
                            "metadata", metadata(1),
                            "execution_count", JsonNumber.of(9));
            case 2 ->
                    object(
                            "output_type",
                            new JsonString("display_data"),
                            "data",
                            object("text/html", text(), "image/png", new JsonString("iV")),
                            "metadata",
                            JsonObject.EMPTY);
            case 3 ->
                    object(
                            "output_type", new JsonString("error"),
                            "ename", new JsonString("E"),
                            "evalue", new JsonString(string()),
                            "traceback", new JsonArray(List.of(new JsonString(string()))));
            default -> value(2);
        };
    }

    private JsonObject metadata(int most) {
        var members = new LinkedHashMap<String, JsonValue>();
        int count = random.nextInt(most + 1);
        for (int i = 0; i < count; i++) {
            members.put(any(List.of("tags", "b", "A", "한", "😀", "\uffee", "x y")), value(2));
        }
        return new JsonObject(members);
    }

    private JsonValue value(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new JsonString(string());
            case 1, 2 -> new JsonNumber(any(NUMBERS));
            case 3 -> new JsonBoolean(random.nextBoolean());
            case 4 -> new JsonNull();
            case 5 -> new JsonArray(List.of(value(depth - 1), value(depth - 1)));
            default -> object("k" + random.nextInt(3), value(depth - 1));
        };
    }

    String string() {
        var text = new StringBuilder();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            text.append(any(PIECES));
        }
        return text.toString();
    }

    /// A string, or a list of strings cut anywhere.
    private JsonValue text() {
        var text = string();
        if (!hasLists) {
            return new JsonString(text);
        }
        var lines = new ArrayList<JsonValue>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean cuts = isWild ? random.nextInt(4) == 0 : text.charAt(i - 1) == '\n';
            if (cuts || i == text.length()) {
                lines.add(new JsonString(text.substring(from, i)));
                from = i;
            }
        }
        return new JsonArray(lines);
    }

    private JsonObject object(Object... namesAndValues) {
        var members = new LinkedHashMap<String, JsonValue>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], (JsonValue) namesAndValues[i + 1]);
        }
        return shuffled(members);
    }

    private JsonObject shuffled(Map<String, JsonValue> members) {
        var names = new ArrayList<>(members.keySet());
        if (isSorted) {
            Collections.sort(names);
        } else if (isWild) {
            Collections.shuffle(names, random);
        }
        var ordered = new LinkedHashMap<String, JsonValue>();
        names.forEach(name -> ordered.put(name, members.getOrDefault(name, new JsonNull())));
        return new JsonObject(ordered);
    }

    private <T> T any(List<T> stock) {
        return stock.get(random.nextInt(stock.size()));
    }

    private void print(StringBuilder json, JsonValue value, int depth) {
        switch (value) {
            case JsonObject(var members) -> {
                json.append('{');
                var separator = "";
                for (var member : members.entrySet()) {
                    json.append(separator);
                    gap(json, depth + 1);
                    quote(json, member.getKey());
                    json.append(isWild ? any(List.of(":", " : ", ":\n")) : ": ");
                    print(json, member.getValue(), depth + 1);
                    separator = isOneLine && !isWild ? ", " : ",";
                }
                close(json, members.isEmpty(), '}', depth);
            }
            case JsonArray(var items) -> {
                json.append('[');
                var separator = "";
                for (var item : items) {
                    json.append(separator);
                    gap(json, depth + 1);
                    print(json, item, depth + 1);
                    separator = isOneLine && !isWild ? ", " : ",";
                }
                close(json, items.isEmpty(), ']', depth);
            }
            case JsonString(var text) -> quote(json, text);
            case JsonNumber(var lexeme) -> json.append(lexeme);
            case JsonBoolean(var flag) -> json.append(flag);
            case JsonNull() -> json.append("null");
        }
    }

    private void close(StringBuilder json, boolean isEmpty, char bracket, int depth) {
        if (!isEmpty || isWild) {
            gap(json, depth);
        }
        json.append(bracket);
    }

    private void gap(StringBuilder json, int depth) {
        if (isWild) {
            json.append(any(List.of("", " ", "\n", "\t \r\n", "   ")));
        } else if (!isOneLine) {
            json.append(lineEnd).append(indent.repeat(depth));
        }
    }

    private void quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mustEscape = c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c);
            boolean isEscaped =
                    mustEscape || (isAscii && c > '~') || (isWild && random.nextInt(9) == 0);
            if (c == '\n' && !isWild) {
                json.append("\\n");
            } else if (isEscaped && (c == '"' || c == '\\')) {
                json.append('\\').append(c);
            } else if (isEscaped) {
                json.append((isWild ? "\\u%04X" : "\\u%04x").formatted((int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
