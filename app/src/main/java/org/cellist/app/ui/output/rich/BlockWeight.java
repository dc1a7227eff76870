package org.cellist.app.ui.output.rich;

import java.util.List;

/// How many nodes blocks take, about. Immutable.
final class BlockWeight {

    private static final int OF_A_FLOW = 4;
    private static final int OF_A_GRID = 40;
    private static final int LETTERS = 200;
    private static final int LONGEST = 20_000;

    private BlockWeight() {}

    static int of(Block block) {
        return switch (block) {
            case Block.Paragraph(var content, _) -> ofFlow(content);
            case Block.Heading(_, var content, _) -> ofFlow(content);
            case Block.Preformatted(var content) -> ofFlow(content);
            case Block.Code(var text, _) -> OF_A_FLOW + Math.min(LONGEST, text.length()) / LETTERS;
            case Block.Listing listing ->
                    listing.items().stream().mapToInt(item -> 2 + of(item.content())).sum();
            case Block.Quote(var content) -> of(content);
            case Block.Admonition(_, var content) -> of(content);
            case Block.Details details -> ofFlow(details.summary()) + of(details.content());
            case Block.Maths _, Block.Rule _ -> OF_A_FLOW;
            case Block.Tabular(var table) -> table.cellCount() * OF_A_FLOW;
            case Block.Values _ -> OF_A_GRID;
        };
    }

    static int of(List<Block> blocks) {
        return blocks.stream().mapToInt(BlockWeight::of).sum();
    }

    private static int ofFlow(List<Inline> content) {
        int letters = 0;
        for (var part : content) {
            letters += part instanceof Inline.Words words ? words.text().length() : 0;
        }
        return OF_A_FLOW + content.size() + Math.min(LONGEST, letters) / LETTERS;
    }
}
