package org.cellist.app.ui.output.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cellist.app.ui.output.foreign.Nesting;
import org.cellist.app.ui.output.markup.Markup;
import org.cellist.app.ui.output.markup.Paragraphs;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.InlineStyle;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Reads Markdown: CommonMark with the tables, task lists, strikethrough and bare links of GitHub,
/// and Jupyter's formulas.
///
/// Thread-safe.
public final class MarkdownText {

    private static final Set<Extension> EXTENSIONS =
            Set.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    TaskListItemsExtension.create(),
                    AutolinkExtension.create());

    private static final Parser PARSER =
            Parser.builder().extensions(EXTENSIONS).maxOpenBlockParsers(Nesting.DEEPEST).build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();

    private MarkdownText() {}

    /// Returns a text's blocks.
    public static List<Block> blocks(String markdown) {
        var hidden = HiddenFormulas.in(markdown);
        var document = PARSER.parse(hidden.text());
        if (isDeep(document)) {
            return List.of(new Block.Code(markdown, ""));
        }
        return Markup.blocks(RENDERER.render(document), hidden);
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
