package org.cellist.app.ui.output.rich;

import java.util.ArrayList;
import java.util.List;

/// Cuts blocks so that each can be made without holding up the window: a list into several that
/// look like one. What is in one item or quotation and far beyond what anybody reads there is left
/// out; the source has it.
///
/// Immutable.
final class Batches {

    /// Nodes, about, that a piece of a list has.
    private static final int PIECE = 200;

    /// A block to be shown.
    ///
    /// @param continues true for a piece of the list before it
    record Part(Block block, boolean continues) {}

    private Batches() {}

    static List<Part> of(List<Block> blocks) {
        var parts = new ArrayList<Part>();
        for (var block : blocks) {
            switch (block) {
                case Block.Listing listing -> addPieces(listing, parts);
                case Block.Quote(var content) ->
                        parts.add(new Part(new Block.Quote(beginning(content)), false));
                default -> parts.add(new Part(block, false));
            }
        }
        return parts;
    }

    private static void addPieces(Block.Listing listing, List<Part> parts) {
        var piece = new ArrayList<Block.Item>();
        int weight = 0;
        int first = 0;
        for (var item : listing.items()) {
            var shown = new Block.Item(item.done(), beginning(item.content()));
            if (weight > PIECE) {
                parts.add(new Part(piece(listing, first, piece), first > 0));
                first += piece.size();
                piece.clear();
                weight = 0;
            }
            piece.add(shown);
            weight += BlockWeight.of(shown.content());
        }
        parts.add(new Part(piece(listing, first, piece), first > 0));
    }

    private static Block piece(Block.Listing whole, int first, List<Block.Item> items) {
        var start = whole.start();
        return new Block.Listing(start == null ? null : start + first, whole.tight(), items);
    }

    private static List<Block> beginning(List<Block> blocks) {
        int weight = 0;
        int count = 0;
        while (count < blocks.size() && weight <= PIECE) {
            weight += BlockWeight.of(blocks.get(count++));
        }
        return blocks.subList(0, count);
    }
}
