package org.cellist.app.ui.editor.highlight;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.treesitter.TSParser;

/// Styles the texts of one grammar.
///
/// The trees of the texts worked on last are kept, one for each editor, so that a key typed
/// into a long cell costs the lines it changed and not the cell.
///
/// Confined to the highlighter's thread.
final class GrammarHighlighter {

    private static final int MOST_TREES = 4;

    /// In units. A parse that reuses parts may recover from an error worse than one from scratch;
    /// below this length the latter is cheap.
    private static final int SMALL = 4_000;

    /// In units. Below this length reusing parts saves nothing, and code that is being typed is
    /// wrong most of the time.
    private static final int TINY = 1_000;

    /// The painted text and what lies in it in other languages.
    record Styled(StylePainter painter, List<StyleQuery.Injection> injections) {}

    private record Kept(SyntaxTree tree, StylePainter painter) {}

    private final TSParser parser = new TSParser();
    private final StyleQuery query;
    private final SequencedMap<Object, Kept> kept = new LinkedHashMap<>();

    /// @throws UnsatisfiedLinkError if this system has no native library
    GrammarHighlighter(Grammar grammar) {
        var language = grammar.load();
        parser.setLanguage(language);
        query = new StyleQuery(grammar, language);
    }

    /// Styles a text that no editor will change.
    Styled styleOnce(String text) {
        try (var tree = SyntaxTree.parse(parser, text)) {
            var painter = new StylePainter(text.length());
            var injections = query.paint(tree, painter);
            return new Styled(painter, injections);
        }
    }

    /// Styles the newest text of an editor, from the one before where that is near.
    ///
    /// Text in other languages is not looked for.
    byte[] style(Object editor, String text) {
        var before = kept.remove(editor);
        var now = before == null ? fromScratch(text) : after(before, text);
        if (before != null) {
            before.tree.close();
        }
        kept.putLast(editor, now);
        if (kept.size() > MOST_TREES) {
            forget(kept.pollFirstEntry().getValue());
        }
        return now.painter.styles().clone();
    }

    private Kept after(Kept before, String text) {
        var difference = TextDifference.between(before.tree.text(), text);
        if (text.length() < TINY || !difference.isSmall(text)) {
            return fromScratch(text);
        }
        var tree = before.tree.parseAgain(parser, difference, text);
        if (text.length() < SMALL && tree.root().hasError()) {
            tree.close();
            return fromScratch(text);
        }
        var styles = difference.moved(before.painter.styles(), text.length());
        var painter = new StylePainter(styles, tree.dirtyFrom(), tree.dirtyTo());
        query.paint(tree, painter);
        return new Kept(tree, painter);
    }

    private Kept fromScratch(String text) {
        var tree = SyntaxTree.parse(parser, text);
        var painter = new StylePainter(text.length());
        query.paint(tree, painter);
        return new Kept(tree, painter);
    }

    private static void forget(@Nullable Kept old) {
        if (old != null) {
            old.tree.close();
        }
    }
}
