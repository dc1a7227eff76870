package org.cellist.app.export.markdown;

import java.util.regex.Pattern;
import org.cellist.app.export.markdown.Admonition.Kind;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.PostProcessor;

/// GitHub's alerts: a quotation whose first line is `[!NOTE]` or the like.
///
/// Thread-safe.
final class AlertFinder implements PostProcessor {

    private static final Pattern MARK = Pattern.compile("\\[!([A-Za-z]{1,20})]\\s*");

    @Override
    public Node process(Node document) {
        for (var node = document.getFirstChild(); node != null; ) {
            var next = node.getNext(); // alerts stand at the top of a text only
            if (node instanceof BlockQuote quote && quote.getFirstChild() instanceof Paragraph p) {
                replace(quote, p);
            }
            node = next;
        }
        return document;
    }

    private static void replace(BlockQuote quote, Paragraph first) {
        var words = new StringBuilder();
        Node end = first.getFirstChild();
        while (end instanceof Text text) {
            words.append(text.getLiteral());
            end = end.getNext();
        }
        boolean isLine =
                end == null || end instanceof SoftLineBreak || end instanceof HardLineBreak;
        var mark = MARK.matcher(words);
        var kind = isLine && mark.matches() ? Kind.named(mark.group(1)) : null;
        if (kind == null || kind.isEmpty()) {
            return;
        }
        while (first.getFirstChild() != null && !first.getFirstChild().equals(end)) {
            first.getFirstChild().unlink();
        }
        if (end == null) {
            first.unlink();
        } else {
            end.unlink();
        }
        var alert = new Admonition(kind.get(), "");
        while (quote.getFirstChild() != null) {
            alert.appendChild(quote.getFirstChild());
        }
        quote.insertBefore(alert);
        quote.unlink();
    }
}
