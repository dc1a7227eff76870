package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a kernel says about a thing, without a terminal's signs, and where its headings are.
///
/// Immutable.
///
/// @param labels the headings that IPython puts before each part, such as `Docstring:`
/// @param isCut whether the rest was left out
record PlainWords(String text, List<Label> labels, boolean isCut) {

    /// More than anybody reads in a card; the source of a large class has several times as much.
    static final int MOST_UNITS = 200_000;

    /// With them what a typewriter would print over: R underlines so, `_` and a step back.
    private static final Pattern TERMINAL_SIGNS =
            Pattern.compile(
                    ".\\x08|\\x1b\\[[0-9;?]*[ -/]*[@-~]|\\x1b[@-_]|[\\x00-\\x08\\x0b-\\x1f]");

    private static final Pattern LABEL =
            Pattern.compile(
                    "^(Signature|Call signature|Init signature|Docstring|Class docstring"
                            + "|Init docstring|Call docstring|Type|String form|Length|File"
                            + "|Source|Source code|Subclasses|Base Class|Namespace|Repr"
                            + "|Definition):",
                    Pattern.MULTILINE);

    PlainWords {
        labels = List.copyOf(labels);
    }

    /// From `start` to before `end`. Immutable.
    record Label(int start, int end) {}

    static PlainWords of(String words) {
        boolean isCut = words.length() > MOST_UNITS;
        var some = isCut ? words.substring(0, MOST_UNITS) : words;
        var text = TERMINAL_SIGNS.matcher(some).replaceAll("").stripTrailing();
        var labels = new ArrayList<Label>();
        var matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.add(new Label(matcher.start(), matcher.end()));
        }
        return new PlainWords(text, labels, isCut);
    }

    /// Returns the text after a heading, up to the next one; empty if there is no such heading.
    String part(String heading) {
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            if (text.substring(label.start(), label.end() - 1).equals(heading)) {
                int end = i + 1 < labels.size() ? labels.get(i + 1).start() : text.length();
                return text.substring(label.end(), end).strip();
            }
        }
        return "";
    }

    boolean isEmpty() {
        return text.isBlank();
    }
}
