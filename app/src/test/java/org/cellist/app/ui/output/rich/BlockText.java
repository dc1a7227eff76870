package org.cellist.app.ui.output.rich;

import java.util.List;
import java.util.stream.Collectors;
import org.cellist.app.ui.output.table.DataGrid;

/// Writes blocks as short text, so that tests can compare whole documents.
///
/// `p` a paragraph, `h1` a heading, `*words*` strong, `_words_` emphasis, `[words](link)`,
/// `{colour words}`, `⟨formula⟩`, `!address!` a picture, `↵` a line's end.
public final class BlockText {

    private BlockText() {}

    public static String of(List<Block> blocks) {
        return blocks.stream().map(BlockText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Block block) {
        return switch (block) {
            case Block.Paragraph(var content, var side) ->
                    (side == Block.Side.LEFT ? "p " : "p-" + side + " ") + inline(content);
            case Block.Heading(var level, var content, _) -> "h" + level + " " + inline(content);
            case Block.Code(var text, var language) -> "code(" + language + ") " + text;
            case Block.Preformatted(var content) -> "pre " + inline(content);
            case Block.Listing listing ->
                    (listing.start() == null ? "ul" : "ol" + listing.start())
                            + listing.items().stream()
                                    .map(BlockText::item)
                                    .collect(Collectors.joining());
            case Block.Quote(var content) -> "quote(" + of(content) + ")";
            case Block.Admonition(var kind, var content) -> kind + "(" + of(content) + ")";
            case Block.Details details ->
                    "details("
                            + (details.open() ? "open " : "")
                            + inline(details.summary())
                            + ": "
                            + of(details.content())
                            + ")";
            case Block.Maths(var formula) -> "maths " + formula.latex();
            case Block.Rule() -> "rule";
            case Block.Values(var grid) -> "values(" + grid(grid) + ")";
            case Block.Tabular(var table) -> "table(" + rows(table) + ")";
        };
    }

    private static String item(Block.Item item) {
        var mark = item.done() == null ? "" : item.done() ? "x " : "o ";
        return "(" + mark + of(item.content()) + ")";
    }

    private static String rows(Table table) {
        var head = table.head().stream().map(BlockText::row).collect(Collectors.joining("/"));
        var body = table.body().stream().map(BlockText::row).collect(Collectors.joining("/"));
        return head + "=" + body;
    }

    private static String grid(DataGrid grid) {
        var head =
                grid.head().stream()
                        .map(row -> row.stream().map(DataGrid.HeadCell::text).toList())
                        .map(row -> String.join("|", row))
                        .collect(Collectors.joining("/"));
        var body =
                grid.body().stream()
                        .map(row -> String.join("|", row))
                        .collect(Collectors.joining("/"));
        return head + "=" + body;
    }

    private static String row(Table.Row row) {
        return row.cells().stream()
                .map(cell -> inline(cell.content()))
                .collect(Collectors.joining("|"));
    }

    private static String inline(List<Inline> content) {
        return content.stream().map(BlockText::part).collect(Collectors.joining());
    }

    private static String part(Inline part) {
        return switch (part) {
            case Inline.Words(var text, var style) -> styled(text, style);
            case Inline.LineEnd _ -> "↵";
            case Inline.Maths(var formula, _) -> "⟨" + formula.latex() + "⟩";
            case Inline.Picture picture ->
                    "!" + picture.address() + sizeOf(picture) + "!" + picture.words();
        };
    }

    private static String sizeOf(Inline.Picture picture) {
        boolean isOwn = picture.width() == 0 && picture.height() == 0;
        return isOwn ? "" : " " + (int) picture.width() + "x" + (int) picture.height();
    }

    private static String styled(String text, InlineStyle style) {
        var styled = text;
        styled = style.has(InlineStyle.CODE) ? "`" + styled + "`" : styled;
        styled = style.has(InlineStyle.STRONG) ? "*" + styled + "*" : styled;
        styled = style.has(InlineStyle.EMPHASIS) ? "_" + styled + "_" : styled;
        styled = style.has(InlineStyle.STRUCK) ? "~" + styled + "~" : styled;
        styled = style.link() == null ? styled : "[" + styled + "](" + style.link() + ")";
        var colour = style.colour();
        return colour == null ? styled : "{%06x %s}".formatted(colour, styled);
    }
}
