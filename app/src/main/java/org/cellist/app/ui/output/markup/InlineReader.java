package org.cellist.app.ui.output.markup;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.rich.Inline;
import org.cellist.app.ui.output.rich.InlineStyle;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Collects the parts of one paragraph: white space becomes one space, as in a browser.
///
/// Confined to one thread.
final class InlineReader {

    private static final char SPACE = ' ';
    private static final int LONGEST_SHORT = 8000;

    private final WordReader words;
    private final boolean keepsSpace;
    private final List<Inline> parts = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private InlineStyle pendingStyle = InlineStyle.PLAIN;
    private boolean afterSpace = true;

    /// @param keepsSpace true for preformatted text
    InlineReader(WordReader words, boolean keepsSpace) {
        this.words = words;
        this.keepsSpace = keepsSpace;
    }

    /// Takes one node with everything in it. Blocks inside become lines.
    void read(Node node, InlineStyle style) {
        if (node instanceof TextNode text) {
            readText(text.getWholeText(), style);
        } else if (node instanceof Element element) {
            readElement(element, style);
        }
    }

    private void readElement(Element element, InlineStyle style) {
        switch (element.normalName()) {
            case "br" -> breakLine(style);
            case "img" -> picture(element, style);
            case "svg" -> drawing(element, style);
            case "wbr", "input", "style", "head" -> {}
            case "code", "tt", "samp" -> code(element, style.with(InlineStyle.CODE));
            case "q" -> quoted(element, style);
            default -> {
                boolean isBlock = ElementKinds.isBlock(element);
                if (isBlock) {
                    breakBlock(style);
                }
                var inner = InlineTags.applied(element, style, words);
                element.childNodes().forEach(child -> read(child, inner));
                if (isBlock) {
                    breakBlock(style);
                }
            }
        }
    }

    private void quoted(Element element, InlineStyle style) {
        append("“", style);
        element.childNodes().forEach(child -> read(child, style));
        append("”", style);
    }

    /// What a formula hid is code after all: the reader of formulas took it for one.
    private void code(Element element, InlineStyle style) {
        var inner = InlineTags.applied(element, style, words);
        for (var child : element.childNodes()) {
            if (child instanceof TextNode text) {
                append(keepsSpace ? source(text) : collapsed(source(text)), inner);
            } else {
                read(child, inner);
            }
        }
    }

    private String source(TextNode text) {
        return words.source(text.getWholeText());
    }

    private void readText(String text, InlineStyle style) {
        for (var part : words.parts(text, style)) {
            if (part instanceof Inline.Words(var plain, var plainStyle)) {
                append(keepsSpace ? plain : collapsed(plain), plainStyle);
            } else {
                add(part);
            }
        }
    }

    private String collapsed(String text) {
        var collapsed = new StringBuilder(text.length());
        boolean space = afterSpace;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isSpace = c == SPACE || c == '\n' || c == '\t' || c == '\r' || c == '\f';
            if (!isSpace) {
                collapsed.append(c);
            } else if (!space) {
                collapsed.append(SPACE);
            }
            space = isSpace;
        }
        return collapsed.toString();
    }

    private void append(String text, InlineStyle style) {
        if (text.isEmpty()) {
            return;
        }
        if (!style.equals(pendingStyle)) {
            flush();
            pendingStyle = style;
        }
        pending.append(text);
        afterSpace = !keepsSpace && text.charAt(text.length() - 1) == SPACE;
    }

    private void add(Inline part) {
        flush();
        parts.add(part);
        afterSpace = false;
    }

    private void breakLine(InlineStyle style) {
        trimEnd();
        flush();
        parts.add(new Inline.LineEnd(style));
        afterSpace = true;
    }

    private void breakBlock(InlineStyle style) {
        boolean atStart = parts.isEmpty() && pending.toString().isBlank();
        boolean atLineStart = pending.toString().isBlank() && endsWithLineEnd();
        if (!atStart && !atLineStart) {
            breakLine(style);
        }
    }

    private boolean endsWithLineEnd() {
        return !parts.isEmpty() && parts.getLast() instanceof Inline.LineEnd;
    }

    private void picture(Element element, InlineStyle style) {
        var address = words.source(element.attr("src")).strip();
        if (!address.isEmpty()) {
            add(
                    new Inline.Picture(
                            address,
                            words.source(element.attr("alt")),
                            Lengths.of(element, "width"),
                            Lengths.of(element, "height"),
                            style));
        }
    }

    private void drawing(Element element, InlineStyle style) {
        var svg = element.outerHtml();
        var encoded = URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
        var words = element.select("title").text();
        add(new Inline.Picture("data:image/svg+xml," + encoded, words, 0, 0, style));
    }

    private void flush() {
        if (!pending.isEmpty()) {
            parts.add(new Inline.Words(pending.toString(), pendingStyle));
            pending.setLength(0);
        }
    }

    private void trimEnd() {
        if (!keepsSpace && !pending.isEmpty() && pending.charAt(pending.length() - 1) == SPACE) {
            pending.setLength(pending.length() - 1);
        }
    }

    /// Returns the paragraph as a heading or a cell can hold it: of a very long one the beginning.
    List<Inline> finishShort() {
        var all = finish();
        int length = 0;
        for (int i = 0; i < all.size(); i++) {
            int room = LONGEST_SHORT - length;
            if (all.get(i) instanceof Inline.Words(var text, var style)) {
                length += text.length();
                if (text.length() > room) {
                    var kept = new ArrayList<>(all.subList(0, i));
                    kept.add(new Inline.Words(text.substring(0, room) + "…", style));
                    return kept;
                }
            }
        }
        return all;
    }

    /// Returns the paragraph; empty when it shows nothing.
    List<Inline> finish() {
        trimEnd();
        flush();
        while (endsWithLineEnd()) {
            parts.removeLast();
        }
        return List.copyOf(parts);
    }
}
