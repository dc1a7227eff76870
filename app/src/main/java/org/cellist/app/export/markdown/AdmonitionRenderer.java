package org.cellist.app.export.markdown;

import java.util.Map;
import java.util.Set;
import org.cellist.app.text.Texts;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Writes an admonition as a quotation whose first line is its title.
///
/// Confined to one rendering.
final class AdmonitionRenderer implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    AdmonitionRenderer(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Admonition.class);
    }

    @Override
    public void render(Node node) {
        if (!(node instanceof Admonition block)) {
            return;
        }
        var kind = block.kind().id();
        var own = Texts.of("output").get("admonition." + kind);
        var html = context.getWriter();
        html.line();
        html.tag("blockquote", Map.of("class", "admonition " + kind));
        html.tag("p", Map.of("class", "admonition-title"));
        html.tag("strong");
        html.text(block.title().isEmpty() ? own : block.title());
        html.tag("/strong");
        html.tag("/p");
        html.line();
        for (var child = node.getFirstChild(); child != null; ) {
            var next = child.getNext();
            context.render(child);
            child = next;
        }
        html.tag("/blockquote");
        html.line();
    }
}
