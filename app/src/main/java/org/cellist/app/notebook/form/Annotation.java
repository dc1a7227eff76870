package org.cellist.app.notebook.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What stands behind `#@param`: `["a", "b"] {type: "raw", allow-input: true}`, either part or none
/// of it. Colab's notation is JSON without its strictness: names without quotes, either quotes, a
/// comma too many. Immutable.
///
/// @param choices null without a list
/// @param options name to value, texts without their quotes
record Annotation(@Nullable List<String> choices, Map<String, String> options) {

    Annotation {
        choices = choices == null ? null : List.copyOf(choices);
        options = Map.copyOf(options);
    }

    /// Reads an annotation; empty when it is none. What follows it is passed over.
    static Optional<Annotation> read(String text) {
        var reader = new Reader(text);
        reader.skipSpace();
        if (reader.isAtEnd()) {
            return Optional.of(new Annotation(null, Map.of()));
        }
        List<String> choices = null;
        if (reader.sees('[')) {
            choices = reader.list();
            reader.skipSpace();
            if (choices == null) {
                return Optional.empty();
            }
        }
        if (!reader.sees('{')) {
            return choices == null
                    ? Optional.empty()
                    : Optional.of(new Annotation(choices, Map.of()));
        }
        var options = reader.map();
        return options == null ? Optional.empty() : Optional.of(new Annotation(choices, options));
    }

    String option(String name) {
        return options.getOrDefault(name, "");
    }

    boolean isOn(String name) {
        return option(name).equalsIgnoreCase("true");
    }

    /// A place in the text that moves on. Not thread-safe.
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        boolean isAtEnd() {
            return at >= text.length();
        }

        boolean sees(char c) {
            return !isAtEnd() && text.charAt(at) == c;
        }

        private boolean takes(char c) {
            boolean seen = sees(c);
            at += seen ? 1 : 0;
            return seen;
        }

        void skipSpace() {
            at = CodeScan.afterSpace(text, at, text.length());
        }

        @Nullable List<String> list() {
            var items = new ArrayList<String>();
            at++;
            skipSpace();
            while (!takes(']')) {
                var item = value(",]");
                if (item == null || !(takes(',') || sees(']'))) {
                    return null;
                }
                items.add(item);
                skipSpace();
            }
            return items;
        }

        @Nullable Map<String, String> map() {
            var members = new HashMap<String, String>();
            at++;
            skipSpace();
            while (!takes('}')) {
                var name = value(":,}");
                var value = name != null && takes(':') ? value(",}") : null;
                if (name == null || value == null || !(takes(',') || sees('}'))) {
                    return null;
                }
                members.put(name, value);
                skipSpace();
            }
            return members;
        }

        /// Reads a text in quotes, or a word up to one of `ends` outside of brackets and strings.
        private @Nullable String value(String ends) {
            skipSpace();
            if (isAtEnd()) {
                return null;
            }
            int start = at;
            if (CodeScan.isQuote(text.charAt(at))) {
                int end = CodeScan.stringEnd(text, at, text.length());
                if (end < 0) {
                    return null;
                }
                at = end;
                skipSpace();
                return PythonText.decoded(text.substring(start, end)).orElse(null);
            }
            at = wordEnd(ends);
            return at == start ? null : CodeScan.trimmed(text.substring(start, at));
        }

        private int wordEnd(String ends) {
            int depth = 0;
            int i = at;
            while (i < text.length() && (depth > 0 || ends.indexOf(text.charAt(i)) < 0)) {
                char c = text.charAt(i);
                int end = CodeScan.isQuote(c) ? CodeScan.stringEnd(text, i, text.length()) : -1;
                depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
                i = end > 0 ? end : i + 1;
            }
            return i;
        }
    }
}
