package org.cellist.app.ui.output.markup;

import java.util.List;
import java.util.regex.Pattern;
import org.cellist.app.ui.output.foreign.HiddenParts;
import org.cellist.app.ui.output.foreign.Nesting;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.Inline;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// What became of a piece of HTML. Immutable.
public sealed interface Markup {

    /// Elements that show something by themselves.
    String VISIBLE_WITHOUT_WORDS =
            "math, video, audio, hr, progress, meter, [bgcolor], [style*=background]";

    /// Everything of it can be said in blocks.
    record Simple(List<Block> blocks) implements Markup {
        public Simple {
            blocks = List.copyOf(blocks);
        }
    }

    /// It wants the layout of a browser.
    ///
    /// @param html as it came
    /// @param blocks what can be said of it without a browser
    record Elaborate(String html, List<Block> blocks) implements Markup {
        public Elaborate {
            blocks = List.copyOf(blocks);
        }
    }

    /// Nothing of it can be seen.
    ///
    /// @param hasScripts whether they might have shown something
    record Invisible(boolean hasScripts) implements Markup {}

    /// Where a script begins.
    Pattern SCRIPT = Pattern.compile("<script\\b", Pattern.CASE_INSENSITIVE);

    /// Reads the HTML of an output.
    static Markup read(String html) {
        var document = parsed(html);
        var blocks = new BlockReader(WordReader.AS_THEY_ARE).read(document.body());
        boolean isSimple = Simplicity.isSimple(document);
        if (!isVisible(document, blocks)) {
            return new Invisible(SCRIPT.matcher(html).find());
        }
        return isSimple ? new Simple(blocks) : new Elaborate(html, blocks);
    }

    /// Reads HTML as blocks, whatever it wants. What they cannot say is left out.
    static List<Block> blocks(String html, WordReader words) {
        return new BlockReader(words).read(parsed(html).body());
    }

    private static Document parsed(String html) {
        var document = Jsoup.parse(html);
        Nesting.limit(document.body());
        HiddenParts.remove(document);
        return document;
    }

    private static boolean isVisible(Document document, List<Block> blocks) {
        return blocks.stream().anyMatch(Markup::showsSomething)
                || document.selectFirst(VISIBLE_WITHOUT_WORDS) != null;
    }

    private static boolean showsSomething(Block block) {
        return switch (block) {
            case Block.Paragraph(var content, _) -> hasWords(content);
            case Block.Heading(_, var content, _) -> hasWords(content);
            case Block.Preformatted(var content) -> hasWords(content);
            case Block.Code(var text, _) -> !text.isBlank();
            case Block.Quote(var content) -> content.stream().anyMatch(Markup::showsSomething);
            case Block.Admonition(_, var content) ->
                    content.stream().anyMatch(Markup::showsSomething);
            case Block.Listing listing ->
                    listing.items().stream()
                            .flatMap(item -> item.content().stream())
                            .anyMatch(Markup::showsSomething);
            case Block.Details _, Block.Maths _, Block.Rule _ -> true;
            case Block.Tabular _, Block.Values _ -> true;
        };
    }

    private static boolean hasWords(List<Inline> content) {
        return content.stream()
                .anyMatch(part -> !(part instanceof Inline.Words words) || !words.text().isBlank());
    }
}
