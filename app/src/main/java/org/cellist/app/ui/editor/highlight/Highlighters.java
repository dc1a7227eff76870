package org.cellist.app.ui.editor.highlight;

/// Picks the way to highlight a language.
///
/// Confined to the highlighter's thread.
final class Highlighters {

    Highlight highlight(String text, EditorLanguage language) {
        var painter = new StylePainter(text.length());
        switch (language) {
            case PLAIN -> {}
            case JULIA,
                    PYTHON,
                    JAVA,
                    R,
                    JAVASCRIPT,
                    BASH,
                    SQL,
                    JSON,
                    MARKDOWN,
                    HTML,
                    SLASH_COMMENTS,
                    HASH_COMMENTS ->
                    new FallbackLexer(language.commentStart())
                            .paint(text, 0, text.length(), painter);
        }
        return new Highlight(text, language, painter.styles());
    }
}
