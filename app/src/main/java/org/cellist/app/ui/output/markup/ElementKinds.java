package org.cellist.app.ui.output.markup;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Which elements stand in lines, and which have lines to themselves. Immutable.
final class ElementKinds {

    static final Set<String> BLOCKS =
            Set.of(
                    "address",
                    "article",
                    "aside",
                    "blockquote",
                    "body",
                    "caption",
                    "center",
                    "dd",
                    "details",
                    "div",
                    "dl",
                    "dt",
                    "fieldset",
                    "figcaption",
                    "figure",
                    "footer",
                    "form",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "header",
                    "hr",
                    "html",
                    "legend",
                    "li",
                    "main",
                    "menu",
                    "nav",
                    "ol",
                    "p",
                    "pre",
                    "section",
                    "summary",
                    "table",
                    "tbody",
                    "td",
                    "tfoot",
                    "th",
                    "thead",
                    "tr",
                    "ul");

    static final Set<String> INLINE =
            Set.of(
                    "a",
                    "abbr",
                    "acronym",
                    "b",
                    "bdi",
                    "bdo",
                    "big",
                    "br",
                    "cite",
                    "code",
                    "data",
                    "del",
                    "dfn",
                    "em",
                    "font",
                    "i",
                    "img",
                    "input",
                    "ins",
                    "kbd",
                    "label",
                    "mark",
                    "nobr",
                    "noscript",
                    "q",
                    "s",
                    "samp",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "svg",
                    "time",
                    "tt",
                    "u",
                    "var",
                    "wbr");

    private ElementKinds() {}

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }

    /// Returns the elements below a root that hold blocks, although they may stand in lines.
    static Set<Element> holdingBlocks(Element root) {
        var holding = new HashSet<Element>();
        for (var element : root.getAllElements()) {
            if (isBlock(element)) {
                var above = element.parent();
                while (above != null && !above.equals(root) && holding.add(above)) {
                    above = above.parent();
                }
            }
        }
        return holding;
    }
}
