package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The name and the parameters of what is called, as IPython prints them.
///
/// Immutable.
///
/// @param parameters each without its annotation; `*` and `/` stand among them
record Signature(String name, List<Parameter> parameters) {

    private static final List<String> HEADINGS =
            List.of("Signature", "Init signature", "Call signature");
    private static final int LONGEST_DEFAULT = 18;
    private static final String OPENERS = "([{";
    private static final String CLOSERS = ")]}";

    Signature {
        parameters = List.copyOf(parameters);
    }

    /// One parameter. Immutable.
    ///
    /// @param name with its stars, such as `**kwargs`
    /// @param text with its default as well, shortened
    record Parameter(String name, String text) {

        boolean isVariadic() {
            return name.startsWith("*") && name.length() > 1;
        }

        /// Returns whether it only separates others.
        boolean isMark() {
            return name.equals("*") || name.equals("/");
        }
    }

    /// Returns the signature in a kernel's words; null if there is none.
    static @Nullable Signature in(PlainWords words) {
        return Stream.concat(
                        HEADINGS.stream().map(words::part),
                        Stream.of(firstLine(words.part("Docstring"))))
                .map(Signature::parsed)
                .filter(it -> it != null)
                .findFirst()
                .orElse(null);
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static @Nullable Signature parsed(String text) {
        int open = text.indexOf('(');
        int close = open < 0 ? -1 : closerOf(text, open);
        if (close < 0) {
            return null;
        }
        var path = text.substring(0, open);
        var name = path.substring(path.lastIndexOf('.') + 1);
        if (!Identifiers.isAll(name)) {
            return null;
        }
        var parameters = new ArrayList<Parameter>();
        for (var part : split(text.substring(open + 1, close), ',')) {
            if (!part.isBlank()) {
                parameters.add(parameter(part.strip()));
            }
        }
        return new Signature(name, parameters);
    }

    private static Parameter parameter(String text) {
        var halves = split(text, '=');
        var name = split(halves.getFirst(), ':').getFirst().strip();
        if (halves.size() < 2) {
            return new Parameter(name, name);
        }
        var value = text.substring(halves.getFirst().length() + 1).strip().replaceAll("\\s+", " ");
        var some =
                value.length() > LONGEST_DEFAULT
                        ? value.substring(0, LONGEST_DEFAULT - 1) + "…"
                        : value;
        return new Parameter(name, name + "=" + some);
    }

    /// Cuts at a sign that stands outside of brackets and strings.
    private static List<String> split(String text, char sign) {
        var parts = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == sign) {
                parts.add(text.substring(start, i));
                start = i + 1;
            } else {
                i = skipped(text, i);
            }
        }
        parts.add(text.substring(Math.min(start, text.length())));
        return parts;
    }

    /// Returns the end of the bracket or string that begins here; here if none does.
    private static int skipped(String text, int at) {
        char c = text.charAt(at);
        if (OPENERS.indexOf(c) >= 0) {
            int close = closerOf(text, at);
            return close < 0 ? text.length() : close;
        }
        if (c == '\'' || c == '"') {
            int close = text.indexOf(c, at + 1);
            return close < 0 ? text.length() : close;
        }
        return at;
    }

    private static int closerOf(String text, int open) {
        char closer = CLOSERS.charAt(OPENERS.indexOf(text.charAt(open)));
        for (int i = open + 1; i < text.length(); i++) {
            if (text.charAt(i) == closer) {
                return i;
            }
            i = skipped(text, i);
        }
        return -1;
    }

    /// Returns the index of the parameter that an argument is for; -1 for none.
    int parameterFor(CallSite site) {
        if (!site.keyword().isEmpty()) {
            int named = indexOf(site.keyword());
            return named >= 0 ? named : indexOfKeywords();
        }
        int left = site.argument();
        for (int i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            if (parameter.name().equals("*")) {
                return -1; // what follows needs its name
            }
            if (parameter.isMark() || (i == 0 && isReceiver(parameter))) {
                continue;
            }
            if (left == 0 || parameter.isVariadic()) {
                return i;
            }
            left--;
        }
        return -1;
    }

    private static boolean isReceiver(Parameter parameter) {
        return parameter.name().equals("self");
    }

    private int indexOf(String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private int indexOfKeywords() {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().startsWith("**")) {
                return i;
            }
        }
        return -1;
    }
}
