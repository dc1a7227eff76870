package org.cellist.app.ui.output.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.export.markdown.Dialect;
import org.cellist.app.ui.output.foreign.Nesting;
import org.cellist.app.ui.output.markup.Markup;
import org.cellist.app.ui.output.markup.Paragraphs;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.InlineStyle;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Reads Markdown: the [Dialect] with Jupyter's formulas.
///
/// Thread-safe.
public final class MarkdownText {

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(Dialect.EXTENSIONS)
                    .maxOpenBlockParsers(Nesting.DEEPEST)
                    .build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(Dialect.EXTENSIONS).build();

    private static final String NOTES = "<section class=\"footnotes\"";
    private static final Pattern BACK =
            Pattern.compile("\\s*<a [^>]*class=\"footnote-backref\"[^>]*>.*?</a>", Pattern.DOTALL);

    private MarkdownText() {}

    /// Returns a text's blocks.
    public static List<Block> blocks(String markdown) {
        var hidden = HiddenFormulas.in(markdown);
        var document = PARSER.parse(hidden.text());
        if (isDeep(document)) {
            return List.of(new Block.Code(markdown, ""));
        }
        var html = RENDERER.render(document);
        return Markup.blocks(html.contains(NOTES) ? withNotesBelow(html) : html, hidden);
    }

    /// Footnotes stand below a line. Their numbers are in sight: no arrow leads back.
    private static String withNotesBelow(String html) {
        return BACK.matcher(html).replaceAll("").replace(NOTES, "<hr>" + NOTES);
    }

    /// Returns the blocks of a text whose only marks are formulas, as a LaTeX output is one.
    public static List<Block> latex(String text) {
        var hidden = HiddenFormulas.in(text);
        var parts = hidden.parts(hidden.text(), InlineStyle.PLAIN);
        List<Block> blocks = new ArrayList<>();
        Paragraphs.split(parts, Block.Side.LEFT, blocks);
        return blocks;
    }

    /// Returns whether nodes lie so deep in each other that the renderer, which recurses, might
    /// not come back. No person writes such a text.
    private static boolean isDeep(Node root) {
        int depth = 0;
        var node = root;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > 2 * Nesting.DEEPEST) {
                    return true;
                }
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return false;
    }
}
