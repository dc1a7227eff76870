package org.cellist.app.ui.editor.highlight;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.ui.editor.highlight.StyleQuery.Injection;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Styles Markdown as the parser reads it that shows it.
///
/// Not by tree-sitter: its grammar for Markdown ends the whole program, by an assertion, at a word
/// of 65,536 characters, such as a picture within the text. See docs/decisions/0111.
///
/// Confined to the highlighter's thread.
final class MarkdownStyles {

    /// Blocks in blocks, as deep as anybody reads them.
    private static final int DEEPEST = 100;

    private static final Pattern ESCAPE =
            Pattern.compile(
                    "\\\\[!-/:-@\\[-`{-~]|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z0-9]{2,31});");
    private static final Pattern TAG =
            Pattern.compile("(<!--(?s:.)*?(?:-->|$))|</?[a-zA-Z][^<>]*>");
    private static final Pattern MARKER =
            Pattern.compile("(?:[-+*]|[0-9]{1,9}[.)])(?:[ \\t]+\\[[ xX]\\](?=\\s))?");
    private static final Pattern DEFINITION =
            Pattern.compile("(\\[[^\\]]*\\]):\\s*(\\S+)([^\\n]*)");

    private final Parser parser =
            Parser.builder()
                    .extensions(
                            List.of(
                                    AutolinkExtension.create(),
                                    StrikethroughExtension.create(),
                                    TablesExtension.create()))
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxOpenBlockParsers(DEEPEST)
                    .build();

    /// Paints a text, and returns what lies in it in other languages.
    List<Injection> paint(String text, StylePainter painter) {
        var injections = new ArrayList<Injection>();
        var waiting = new ArrayDeque<Node>();
        waiting.push(parser.parse(text));
        while (!waiting.isEmpty()) {
            var node = waiting.pop();
            paint(node, text, painter);
            if (node instanceof FencedCodeBlock code) {
                addInjection(code, text, injections);
            }
            for (var child = node.getLastChild(); child != null; child = child.getPrevious()) {
                waiting.push(child);
            }
        }
        return injections;
    }

    private static void paint(Node node, String text, StylePainter painter) {
        switch (node) {
            case Heading _ -> all(node, painter, TokenStyle.HEADING);
            case Code _, IndentedCodeBlock _, FencedCodeBlock _ ->
                    all(node, painter, TokenStyle.STRING);
            case Emphasis _ -> all(node, painter, TokenStyle.EMPHASIS);
            case StrongEmphasis _ -> all(node, painter, TokenStyle.STRONG);
            case Strikethrough _ -> all(node, painter, TokenStyle.COMMENT);
            case ThematicBreak _ -> all(node, painter, TokenStyle.KEYWORD);
            case Link link -> target(link, link.getTitle(), text, painter);
            case Image image -> target(image, image.getTitle(), text, painter);
            case LinkReferenceDefinition _ -> definition(node, text, painter);
            case ListItem _ -> marker(node, text, painter);
            case TableBlock _ -> delimiters(node, painter);
            case HtmlBlock _, HtmlInline _ -> tags(node, text, painter);
            case Text _ -> escapes(node, text, painter);
            default -> {
                // Text as any other.
            }
        }
    }

    private static int start(Node node) {
        return node.getSourceSpans().getFirst().getInputIndex();
    }

    private static int end(Node node) {
        return end(node.getSourceSpans().getLast());
    }

    private static int end(SourceSpan span) {
        return span.getInputIndex() + span.getLength();
    }

    private static void all(Node node, StylePainter painter, TokenStyle style) {
        for (var span : node.getSourceSpans()) {
            painter.paint(span.getInputIndex(), end(span), style);
        }
    }

    /// Paints what stands behind the words of a link: an address with a title, or a label.
    private static void target(Node link, String title, String text, StylePainter painter) {
        if (link.getSourceSpans().isEmpty()) {
            return;
        }
        int from = start(link);
        int end = end(link);
        var words = link.getLastChild();
        if (words != null && !words.getSourceSpans().isEmpty()) {
            from = Math.max(from, end(words));
            if (from >= end - 1) {
                all(link, painter, TokenStyle.LINK); // an address by itself
                return;
            }
        }
        int open = text.indexOf(']', from) + 1;
        if (open <= 0 || open >= end) {
            boolean isAddress = text.charAt(start(link)) == '<' || text.charAt(start(link)) != '[';
            if (isAddress && link instanceof Link) {
                all(link, painter, TokenStyle.LINK);
            }
            return;
        }
        if (text.charAt(open) == '[') {
            painter.paint(open, end, TokenStyle.STRING);
            return;
        }
        int titleStart = title == null ? -1 : text.lastIndexOf(title, end);
        int addressEnd = titleStart > open ? titleStart - 1 : end - 1;
        painter.paint(
                open + 1, text.substring(0, addressEnd).stripTrailing().length(), TokenStyle.LINK);
        if (titleStart > open) {
            painter.paint(titleStart - 1, end - 1, TokenStyle.STRING);
        }
    }

    private static void definition(Node node, String text, StylePainter painter) {
        if (node.getSourceSpans().isEmpty()) {
            return;
        }
        var matcher = DEFINITION.matcher(text).region(start(node), end(node));
        if (matcher.find()) {
            painter.paint(matcher.start(1), matcher.end(1), TokenStyle.STRING);
            painter.paint(matcher.start(2), matcher.end(2), TokenStyle.LINK);
            painter.paint(matcher.start(3), matcher.end(3), TokenStyle.STRING);
        }
    }

    private static void marker(Node item, String text, StylePainter painter) {
        if (!item.getSourceSpans().isEmpty()) {
            var first = item.getSourceSpans().getFirst();
            var matcher = MARKER.matcher(text).region(first.getInputIndex(), end(first));
            if (matcher.lookingAt()) {
                painter.paint(matcher.start(), matcher.end(), TokenStyle.KEYWORD);
            }
        }
    }

    private static void delimiters(Node table, StylePainter painter) {
        if (table.getSourceSpans().size() > 1) {
            var line = table.getSourceSpans().get(1);
            painter.paint(line.getInputIndex(), end(line), TokenStyle.KEYWORD);
        }
    }

    private static void tags(Node html, String text, StylePainter painter) {
        if (html.getSourceSpans().isEmpty()) {
            return;
        }
        var matcher = TAG.matcher(text).region(start(html), end(html));
        while (matcher.find()) {
            boolean isComment = matcher.group(1) != null;
            var style = isComment ? TokenStyle.COMMENT : TokenStyle.TAG;
            painter.paint(matcher.start(), matcher.end(), style);
        }
    }

    private static void escapes(Node node, String text, StylePainter painter) {
        for (var span : node.getSourceSpans()) {
            var matcher = ESCAPE.matcher(text).region(span.getInputIndex(), end(span));
            while (matcher.find()) {
                painter.paint(matcher.start(), matcher.end(), TokenStyle.ESCAPE);
            }
        }
    }

    /// Code whose lines are the text's own: not in a quotation or a list, where others come
    // between.
    private static void addInjection(
            FencedCodeBlock code, String text, List<Injection> injections) {
        var spans = code.getSourceSpans();
        int last = spans.size() - (code.getClosingFenceLength() == null ? 1 : 2);
        var info = code.getInfo() == null ? "" : code.getInfo().strip();
        boolean isPlain = spans.stream().allMatch(span -> span.getColumnIndex() == 0);
        if (last < 1 || info.isEmpty() || !isPlain) {
            return;
        }
        int start = spans.get(1).getInputIndex();
        int end = Math.min(text.length(), end(spans.get(last)) + 1);
        injections.add(new Injection(start, end, info.split("\\s", 2)[0]));
    }
}
