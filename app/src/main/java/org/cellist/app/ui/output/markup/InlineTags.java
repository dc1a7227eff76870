package org.cellist.app.ui.output.markup;

import org.cellist.app.ui.output.rich.InlineStyle;
import org.jsoup.nodes.Element;

/// What elements within lines do to their letters. Immutable.
final class InlineTags {

    private InlineTags() {}

    static InlineStyle applied(Element element, InlineStyle style, WordReader words) {
        var marked = marked(element.normalName(), style);
        if (element.normalName().equals("a") && element.hasAttr("href")) {
            marked = marked.withLink(words.source(element.attr("href")));
        }
        if (element.hasAttr("color")) {
            var colour = StyleText.colour(element.attr("color"));
            marked = colour == null ? marked : marked.withColour(colour);
        }
        return StyleText.applied(element.attr("style"), marked);
    }

    private static InlineStyle marked(String tag, InlineStyle style) {
        return switch (tag) {
            case "b", "strong" -> style.with(InlineStyle.STRONG);
            case "i", "em", "cite", "var", "dfn" -> style.with(InlineStyle.EMPHASIS);
            case "code", "tt", "samp" -> style.with(InlineStyle.CODE);
            case "kbd" -> style.with(InlineStyle.KEY);
            case "s", "del", "strike" -> style.with(InlineStyle.STRUCK);
            case "u", "ins" -> style.with(InlineStyle.UNDERLINED);
            case "sub" -> style.with(InlineStyle.SUBSCRIPT);
            case "sup" -> style.with(InlineStyle.SUPERSCRIPT);
            case "small" -> style.with(InlineStyle.SMALL);
            case "mark" -> style.with(InlineStyle.MARKED);
            default -> style;
        };
    }
}
