package org.cellist.app.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.highlight.Highlight;
import org.cellist.app.ui.output.port.CodeColourer;

/// Colours the code blocks of Markdown as the editors colour cells.
///
/// Confined to the JavaFX Application Thread.
public record PageColours(CodeHighlighter highlighter) implements CodeColourer {

    @Override
    public void colour(String code, String language, Consumer<List<Run>> taker) {
        var named = EditorLanguage.named(language);
        if (named == EditorLanguage.PLAIN) {
            return;
        }
        var known = highlighter.known(code, named);
        if (known == null) {
            highlighter.open().submit(code, named, done -> taker.accept(runs(done)));
        } else {
            taker.accept(runs(known));
        }
    }

    private static List<Run> runs(Highlight highlight) {
        return highlight.spans().stream()
                .map(span -> new Run(span.start(), span.end(), span.style().styleClass()))
                .toList();
    }
}
