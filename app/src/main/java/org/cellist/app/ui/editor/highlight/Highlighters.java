package org.cellist.app.ui.editor.highlight;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.cellist.app.notebook.ipython.IpythonCell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Picks the way to highlight a language, and puts together texts of several languages.
///
/// Confined to the highlighter's thread.
final class Highlighters {

    /// Longer texts stay plain: nobody reads them, and their trees take 100 bytes a character.
    static final int LONGEST = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Highlighters.class);
    private static final int DEEPEST = 3;

    private final Map<Grammar, Optional<GrammarHighlighter>> grammars =
            new EnumMap<>(Grammar.class);
    private final JuliaLexer julia = new JuliaLexer();
    private final MarkdownStyles markdown = new MarkdownStyles();

    /// @param editor names the editor that shows the text, whose earlier text is probably near
    Highlight highlight(Object editor, String text, EditorLanguage language) {
        if (text.length() > LONGEST || language == EditorLanguage.PLAIN) {
            return new Highlight(text, language, new byte[text.length()]);
        }
        if (language == EditorLanguage.PYTHON) {
            return new Highlight(text, language, python(editor, text));
        }
        var grammar = loaded(language);
        if (grammar.isEmpty() || language.hasInjections()) {
            return new Highlight(text, language, styleOnce(text, language, 0));
        }
        return new Highlight(text, language, grammar.get().style(editor, text));
    }

    /// Styles a cell of Python with IPython's lines, which are no Python.
    private byte[] python(Object editor, String text) {
        var cell = IpythonCell.of(text);
        var grammar = loaded(EditorLanguage.PYTHON);
        var styles =
                grammar.isPresent()
                        ? grammar.get().style(editor, cell.python())
                        : styleOnce(cell.python(), EditorLanguage.PYTHON, 0);
        for (var part : cell.parts()) {
            var painter = new StylePainter(styles, part.start(), part.end());
            switch (part) {
                case IpythonCell.Magic(var start, var end) ->
                        painter.paint(start, end, TokenStyle.KEYWORD);
                case IpythonCell.Foreign(var start, var end, var language) ->
                        painter.paint(
                                start,
                                styleOnce(
                                        text.substring(start, end),
                                        EditorLanguage.named(language),
                                        1));
            }
        }
        return styles;
    }

    private byte[] styleOnce(String text, EditorLanguage language, int depth) {
        var grammar = loaded(language);
        if (grammar.isPresent()) {
            var styled = grammar.get().styleOnce(text);
            if (depth < DEEPEST) {
                styled.injections().forEach(each -> inject(text, each, styled.painter(), depth));
            }
            return styled.painter().styles();
        }
        var painter = new StylePainter(text.length());
        switch (language) {
            case JULIA -> julia.paint(text, painter);
            case MARKDOWN -> {
                var injections = markdown.paint(text, painter);
                if (depth < DEEPEST) {
                    injections.forEach(each -> inject(text, each, painter, depth));
                }
            }
            case PLAIN -> {}
            case PYTHON,
                    JAVA,
                    R,
                    JAVASCRIPT,
                    BASH,
                    SQL,
                    JSON,
                    HTML,
                    SLASH_COMMENTS,
                    HASH_COMMENTS ->
                    new FallbackLexer(language.commentStart()).paint(text, painter);
        }
        return painter.styles();
    }

    private void inject(String text, StyleQuery.Injection part, StylePainter painter, int depth) {
        var language = EditorLanguage.named(part.language());
        if (language != EditorLanguage.PLAIN) {
            var inner = styleOnce(text.substring(part.start(), part.end()), language, depth + 1);
            painter.paint(part.start(), inner);
        }
    }

    private Optional<GrammarHighlighter> loaded(EditorLanguage language) {
        var grammar = Grammar.of(language);
        return grammar == null
                ? Optional.empty()
                : grammars.computeIfAbsent(grammar, Highlighters::load);
    }

    private static Optional<GrammarHighlighter> load(Grammar grammar) {
        try {
            return Optional.of(new GrammarHighlighter(grammar));
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("No grammar {} on this system; a simple lexer takes its place", grammar, e);
            return Optional.empty();
        }
    }
}
