package org.cellist.app.ui.output.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.output.rich.Inline;
import org.cellist.app.ui.output.rich.InlineStyle;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads elements as blocks. What stands between blocks becomes paragraphs.
///
/// Confined to one thread.
final class BlockReader {

    private final WordReader words;
    private Set<Element> holdingBlocks = Set.of();

    BlockReader(WordReader words) {
        this.words = words;
    }

    /// Returns what is in an element, whose nesting is bounded, see
    /// [org.cellist.app.ui.output.foreign.Nesting].
    List<Block> read(Element root) {
        holdingBlocks = ElementKinds.holdingBlocks(root);
        return children(root, new Look(InlineStyle.PLAIN, Side.LEFT));
    }

    /// What blocks inherit. Immutable.
    private record Look(InlineStyle style, Side side) {}

    private List<Block> children(Element parent, Look look) {
        return nodes(parent.childNodes(), look);
    }

    private List<Block> nodes(List<? extends Node> nodes, Look look) {
        var blocks = new ArrayList<Block>();
        var run = new InlineReader(words, false);
        for (var node : nodes) {
            if (node instanceof Element element && hasOwnLines(element)) {
                addParagraph(run, look.side(), blocks);
                run = new InlineReader(words, false);
                addBlocks(element, look, blocks);
            } else {
                run.read(node, look.style());
            }
        }
        addParagraph(run, look.side(), blocks);
        return blocks;
    }

    private boolean hasOwnLines(Element element) {
        return ElementKinds.isBlock(element) || holdingBlocks.contains(element);
    }

    private void addParagraph(InlineReader run, Side side, List<Block> blocks) {
        Paragraphs.split(run.finish(), side, blocks);
    }

    private void addBlocks(Element element, Look outer, List<Block> blocks) {
        var look = look(element, outer);
        var tag = element.normalName();
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                    blocks.add(
                            new Block.Heading(
                                    tag.charAt(1) - '0', inline(element, look), look.side()));
            case "ul", "ol", "menu" -> blocks.add(listing(element, look));
            case "blockquote" -> blocks.add(quote(element, children(element, look)));
            case "pre" -> blocks.add(preformatted(element, look));
            case "hr" -> blocks.add(new Block.Rule());
            case "table" -> table(element, look, blocks);
            case "details" -> blocks.add(details(element, look));
            case "dt" -> blocks.addAll(children(element, strong(look)));
            case "dd" -> blocks.add(indented(element, look));
            default -> blocks.addAll(children(element, look));
        }
    }

    private static Block quote(Element element, List<Block> content) {
        var classes = element.classNames();
        return classes.contains("admonition")
                ? classes.stream()
                        .filter(Block.Admonition.KINDS::contains)
                        .findFirst()
                        .<Block>map(kind -> new Block.Admonition(kind, content))
                        .orElseGet(() -> new Block.Quote(content))
                : new Block.Quote(content);
    }

    private static Look strong(Look look) {
        return new Look(look.style().with(InlineStyle.STRONG), look.side());
    }

    private Look look(Element element, Look outer) {
        var style = InlineTags.applied(element, outer.style(), words);
        var side = element.normalName().equals("center") ? Side.CENTRE : outer.side();
        side = StyleText.side(element.attr("align"), side);
        var declared = StyleText.declarations(element.attr("style"));
        return new Look(style, StyleText.side(declared.getOrDefault("text-align", ""), side));
    }

    private List<Inline> inline(Element element, Look look) {
        var reader = new InlineReader(words, false);
        element.childNodes().forEach(child -> reader.read(child, look.style()));
        return reader.finishShort();
    }

    /// The explanation of a term stands below it, as an item of a list does.
    private Block indented(Element element, Look look) {
        var item = new Block.Item(null, children(element, look));
        return new Block.Listing(null, true, List.of(item));
    }

    private Block listing(Element list, Look look) {
        var items = new ArrayList<Block.Item>();
        boolean tight = true;
        for (var child : list.children()) {
            if (child.normalName().equals("li")) {
                tight &= child.children().stream().noneMatch(in -> in.normalName().equals("p"));
                items.add(item(child, look(child, look)));
            } else {
                items.add(new Block.Item(null, nodes(List.of(child), look)));
            }
        }
        return new Block.Listing(start(list), tight, items);
    }

    private Block.Item item(Element element, Look look) {
        var box = element.selectFirst("> input[type=checkbox], > p > input[type=checkbox]");
        var content = children(element, look);
        return new Block.Item(box == null ? null : box.hasAttr("checked"), content);
    }

    private static @Nullable Integer start(Element list) {
        if (!list.normalName().equals("ol")) {
            return null;
        }
        var start = list.attr("start");
        return start.matches("[0-9]{1,9}") ? Integer.valueOf(start) : Integer.valueOf(1);
    }

    private Block preformatted(Element element, Look look) {
        var code = element.childrenSize() == 1 ? element.child(0) : element;
        boolean isPlain =
                code.childNodes().stream().allMatch(TextNode.class::isInstance)
                        && code.normalName().matches("pre|code|samp");
        if (isPlain) {
            var text = words.source(code.wholeText());
            return new Block.Code(withoutLastLineEnd(text), language(code, element));
        }
        var reader = new InlineReader(words, true);
        element.childNodes().forEach(child -> reader.read(child, look.style()));
        return new Block.Preformatted(withoutEdges(reader.finish()));
    }

    private static List<Inline> withoutEdges(List<Inline> parts) {
        var trimmed = new ArrayList<>(parts);
        if (!trimmed.isEmpty() && trimmed.getLast() instanceof Inline.Words(var text, var style)) {
            trimmed.set(trimmed.size() - 1, new Inline.Words(withoutLastLineEnd(text), style));
        }
        return trimmed;
    }

    private static String withoutLastLineEnd(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String language(Element code, Element pre) {
        for (var name : (code.className() + " " + pre.className()).split("\\s+", -1)) {
            if (name.startsWith("language-")) {
                return name.substring("language-".length());
            }
        }
        return "";
    }

    private Block details(Element element, Look look) {
        var summary = element.selectFirst("> summary");
        var rest = new ArrayList<Node>(element.childNodes());
        rest.remove(summary);
        return new Block.Details(
                summary == null ? List.of() : inline(summary, look),
                element.hasAttr("open"),
                nodes(rest, look));
    }

    private void table(Element element, Look look, List<Block> blocks) {
        var caption = element.selectFirst("> caption");
        if (caption != null) {
            blocks.addAll(children(caption, strong(look)));
        }
        var table = new TableReader(words, look.style()).read(element);
        if (table.isPresent()) {
            blocks.add(Block.of(table.get()));
        }
    }
}
