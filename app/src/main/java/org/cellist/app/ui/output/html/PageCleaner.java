package org.cellist.app.ui.output.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.cellist.app.ui.output.foreign.HiddenParts;
import org.cellist.app.ui.output.foreign.Nesting;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Leaves in a document only what cannot do anything: elements and attributes of lists, addresses
/// that point into the page or hold a picture, styles that fetch nothing.
///
/// Immutable.
final class PageCleaner {

    private static final Set<String> ATTRIBUTES =
            Set.of(
                    "align",
                    "alt",
                    "bgcolor",
                    "border",
                    "cellpadding",
                    "cellspacing",
                    "checked",
                    "class",
                    "clip-path",
                    "color",
                    "colspan",
                    "dir",
                    "disabled",
                    "face",
                    "for",
                    "height",
                    "hidden",
                    "id",
                    "lang",
                    "max",
                    "min",
                    "open",
                    "role",
                    "rowspan",
                    "scope",
                    "size",
                    "span",
                    "start",
                    "title",
                    "valign",
                    "value",
                    "width");

    private static final Pattern LINK =
            Pattern.compile("(#|https?://|mailto:).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern PICTURE =
            Pattern.compile(
                    "data:image/(png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=\\s]*",
                    Pattern.CASE_INSENSITIVE);

    private PageCleaner() {}

    static void clean(Document document) {
        Nesting.limit(document.body());
        for (var element : document.getAllElements()) {
            if (element.parent() != null && !isKept(element)) {
                element.remove();
            }
        }
        for (var element : document.getAllElements()) {
            removeOthers(element);
            cleanAttributes(element);
            if (element.normalName().equals("style")) {
                cleanSheet(element);
            }
        }
    }

    private static boolean isKept(Element element) {
        var tag = element.normalName();
        if (tag.equals("input")) {
            return element.attr("type").matches("(?i)checkbox|radio");
        }
        return !HiddenParts.DROPPED.contains(tag) && KeptElements.contains(tag);
    }

    private static void removeOthers(Element element) {
        List<Node> others = new ArrayList<>();
        for (var child : element.childNodes()) {
            boolean isSheet = child instanceof DataNode && element.normalName().equals("style");
            if (child instanceof Comment || (child instanceof DataNode && !isSheet)) {
                others.add(child);
            }
        }
        others.forEach(Node::remove);
    }

    private static void cleanAttributes(Element element) {
        List<String> refused = new ArrayList<>();
        for (var attribute : element.attributes()) {
            if (!isKept(element, attribute)) {
                refused.add(attribute.getKey());
            }
        }
        refused.forEach(element::removeAttr);
        if (element.hasAttr("style")) {
            element.attr("style", SheetCleaner.cleaned(element.attr("style")));
        }
    }

    private static boolean isKept(Element element, Attribute attribute) {
        var name = attribute.getKey().toLowerCase(Locale.ROOT);
        var value = attribute.getValue().strip();
        return switch (name) {
            case "style" -> true;
            case "type" -> element.normalName().equals("input");
            case "href", "xlink:href" ->
                    element.normalName().equals("a")
                            ? LINK.matcher(value).matches()
                            : value.startsWith("#");
            case "src" -> element.normalName().equals("img") && PICTURE.matcher(value).matches();
            default ->
                    ATTRIBUTES.contains(name)
                            || (KeptElements.isDrawing(element.normalName())
                                    && KeptElements.isDrawingAttribute(name)
                                    && SheetCleaner.fetchesNothing(value));
        };
    }

    private static void cleanSheet(Element style) {
        var sheet = SheetCleaner.cleaned(style.data());
        style.empty();
        style.appendChild(new DataNode(sheet));
    }
}
