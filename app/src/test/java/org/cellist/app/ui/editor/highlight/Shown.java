package org.cellist.app.ui.editor.highlight;

import java.util.stream.Collectors;

/// Writes a highlight as text: each run as `style‹run›`, with one space between, plain text left
/// out.
final class Shown {

    private Shown() {}

    static String of(String text, EditorLanguage language) {
        return of(new Highlighters().highlight(new Object(), text, language));
    }

    static String of(Highlight highlight) {
        return highlight.spans().stream()
                .map(
                        span ->
                                span.style().styleClass()
                                        + "‹"
                                        + highlight.text().substring(span.start(), span.end())
                                        + "›")
                .collect(Collectors.joining(" "));
    }
}
