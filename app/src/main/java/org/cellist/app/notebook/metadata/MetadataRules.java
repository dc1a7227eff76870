package org.cellist.app.notebook.metadata;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cellist.app.notebook.metadata.MetadataFault.Problem;
import org.cellist.app.notebook.model.CellType;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// What the schema of nbformat 4.5 says about metadata. What it does not name is free.
///
/// Confined to one thread; used for one object.
final class MetadataRules {

    private @Nullable Broken first;

    private MetadataRules() {}

    /// A rule that is broken. Immutable.
    ///
    /// @param path the names that lead to the member; the first is a member of the metadata
    record Broken(Problem problem, List<String> path, String what) {}

    /// Returns the first rule that the metadata of a cell break.
    static Optional<Broken> ofCell(CellType type, JsonObject metadata) {
        var rules = new MetadataRules();
        rules.name(metadata);
        rules.tags(metadata.get("tags"));
        rules.member(metadata, "jupyter", Problem.NOT_OBJECT, JsonObject.class::isInstance);
        switch (type) {
            case CODE -> rules.code(metadata);
            case RAW -> rules.text(metadata, "format");
            case MARKDOWN -> {
                // Has no member of its own.
            }
        }
        return Optional.ofNullable(rules.first);
    }

    /// Returns the first rule that the metadata of a notebook break.
    static Optional<Broken> ofNotebook(JsonObject metadata) {
        var rules = new MetadataRules();
        if (rules.member(metadata, "kernelspec", Problem.NOT_OBJECT, MetadataRules::isObject)) {
            rules.required(metadata, "kernelspec", "name");
            rules.required(metadata, "kernelspec", "display_name");
        }
        if (rules.member(metadata, "language_info", Problem.NOT_OBJECT, MetadataRules::isObject)) {
            rules.language(metadata.object("language_info"), metadata);
        }
        rules.member(metadata, "orig_nbformat", Problem.NOT_WHOLE, MetadataRules::isPositive);
        rules.text(metadata, "title");
        rules.member(metadata, "authors", Problem.NOT_LIST, JsonArray.class::isInstance);
        return Optional.ofNullable(rules.first);
    }

    private void code(JsonObject metadata) {
        member(metadata, "collapsed", Problem.NOT_BOOLEAN, JsonBoolean.class::isInstance);
        member(
                metadata,
                "scrolled",
                Problem.NOT_SCROLLED,
                value -> value instanceof JsonBoolean || value.equals(new JsonString("auto")));
        member(metadata, "execution", Problem.NOT_OBJECT, MetadataRules::isObject);
        metadata.object("execution").members().forEach(this::time);
    }

    private void time(String name, JsonValue value) {
        if (!isText(value)) {
            broken(Problem.NOT_TEXT, List.of("execution", name));
        }
    }

    private void name(JsonObject metadata) {
        text(metadata, "name");
        if ("".equals(metadata.string("name"))) {
            broken(Problem.EMPTY_TEXT, List.of("name"));
        }
    }

    private void tags(@Nullable JsonValue value) {
        var path = List.of("tags");
        if (value == null) {
            return;
        }
        if (!(value instanceof JsonArray(var items))
                || !items.stream().allMatch(MetadataRules::isText)) {
            broken(Problem.NOT_TAGS, path);
            return;
        }
        var seen = new HashSet<JsonValue>();
        for (var item : items) {
            var tag = item instanceof JsonString(var text) ? text : "";
            if (tag.isEmpty()) {
                broken(Problem.EMPTY_TAG, path);
            } else if (tag.indexOf(',') >= 0) {
                broken(Problem.TAG_WITH_COMMA, path, tag);
            } else if (!seen.add(item)) {
                broken(Problem.TAG_TWICE, path, tag);
            }
        }
    }

    private void language(JsonObject info, JsonObject metadata) {
        required(metadata, "language_info", "name");
        for (var name : List.of("file_extension", "mimetype", "pygments_lexer")) {
            if (info.get(name) != null && info.string(name) == null) {
                broken(Problem.NOT_TEXT, List.of("language_info", name));
            }
        }
        var mode = info.get("codemirror_mode");
        if (mode != null && !isText(mode) && !isObject(mode)) {
            broken(Problem.NOT_TEXT_OR_OBJECT, List.of("language_info", "codemirror_mode"));
        }
    }

    private void required(JsonObject metadata, String object, String name) {
        var value = metadata.object(object).get(name);
        if (value == null) {
            broken(Problem.LACKING, List.of(object, name));
        } else if (!isText(value)) {
            broken(Problem.NOT_TEXT, List.of(object, name));
        }
    }

    private void text(JsonObject metadata, String name) {
        member(metadata, name, Problem.NOT_TEXT, MetadataRules::isText);
    }

    /// Returns whether the member is there.
    private boolean member(
            JsonObject metadata, String name, Problem problem, Predicate<JsonValue> isRight) {
        var value = metadata.get(name);
        if (value != null && !isRight.test(value)) {
            broken(problem, List.of(name));
        }
        return value != null;
    }

    private void broken(Problem problem, List<String> path) {
        broken(problem, path, String.join(".", path));
    }

    private void broken(Problem problem, List<String> path, String what) {
        if (first == null) {
            first = new Broken(problem, path, what);
        }
    }

    private static boolean isText(JsonValue value) {
        return value instanceof JsonString;
    }

    private static boolean isObject(JsonValue value) {
        return value instanceof JsonObject;
    }

    /// JSON Schema counts `1.0` as whole.
    private static boolean isPositive(JsonValue value) {
        if (!(value instanceof JsonNumber(var lexeme)) || lexeme.endsWith("y")) {
            return false;
        }
        try {
            var number = new BigDecimal(lexeme);
            return number.signum() > 0 && number.stripTrailingZeros().scale() <= 0;
        } catch (NumberFormatException _) {
            return false; // NaN, or an exponent beyond every number
        }
    }
}
