package org.cellist.app.ui.output.foreign;

import java.util.ArrayList;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Bounds how deep elements lie in each other, so that what walks down them may recurse.
///
/// Immutable.
public final class Nesting {

    /// Real pages stay below 40.
    public static final int DEEPEST = 120;

    private Nesting() {}

    /// Replaces whatever lies deeper by its text.
    public static void limit(Element root) {
        var tooDeep = new ArrayList<Element>();
        NodeVisitor finder =
                (node, depth) -> {
                    if (depth == DEEPEST && node instanceof Element element) {
                        tooDeep.add(element);
                    }
                };
        NodeTraversor.traverse(finder, root);
        for (var element : tooDeep) {
            element.replaceWith(new TextNode(element.text()));
        }
    }
}
