package org.cellist.app.notebook.format.legacy;

import java.util.ArrayList;
import java.util.List;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// How nbformat 2 and 3 keep texts: as one string or as a list of lines, with or without their
/// ends (`v2/rwbase.py`, `v3/rwbase.py`, `rejoin_lines`).
///
/// Immutable.
///
/// @param majorVersion 2 or 3
record LegacyTexts(int majorVersion) {

    /// The members of an output that may be lists of lines.
    private static final List<String> LINES =
            List.of("text", "html", "svg", "latex", "javascript", "json");

    /// Returns whether an output's member of that name may be a list of lines.
    static boolean mayBeLines(String name) {
        return LINES.contains(name);
    }

    /// Returns the text.
    ///
    /// @param path for the message when it is none
    String joined(JsonValue value, String path) {
        return switch (value) {
            case JsonString(var text) -> text;
            case JsonArray(var items) -> {
                var lines = new ArrayList<String>();
                for (var item : items) {
                    if (!(item instanceof JsonString(var line))) {
                        throw new LegacyShapeException(path);
                    }
                    lines.add(line);
                }
                yield String.join(haveEnds(lines) ? "" : "\n", lines);
            }
            default -> throw new LegacyShapeException(path);
        };
    }

    /// nbformat 2 split without ends. nbformat 3 did so first, and later with them.
    private boolean haveEnds(List<String> lines) {
        return majorVersion > 2
                && !lines.isEmpty()
                && (lines.getFirst().endsWith("\n") || lines.getFirst().endsWith("\r"));
    }
}
