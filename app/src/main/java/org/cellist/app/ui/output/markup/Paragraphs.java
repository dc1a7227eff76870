package org.cellist.app.ui.output.markup;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.output.rich.Inline;

/// Cuts paragraphs at formulas that stand by themselves. Immutable.
public final class Paragraphs {

    private Paragraphs() {}

    /// Adds a paragraph, in pieces if need be; nothing for one that shows nothing.
    public static void split(List<Inline> content, Side side, List<Block> blocks) {
        var piece = new ArrayList<Inline>();
        for (var part : content) {
            if (part instanceof Inline.Maths(var formula, _) && formula.display()) {
                add(piece, side, blocks);
                piece.clear();
                blocks.add(new Block.Maths(formula));
            } else {
                piece.add(part);
            }
        }
        add(piece, side, blocks);
    }

    private static void add(List<Inline> piece, Side side, List<Block> blocks) {
        while (!piece.isEmpty() && isBlank(piece.getFirst())) {
            piece.removeFirst();
        }
        while (!piece.isEmpty() && isBlank(piece.getLast())) {
            piece.removeLast();
        }
        if (piece.isEmpty()) {
            return;
        }
        if (piece.getFirst() instanceof Inline.Words(var text, var style)) {
            piece.set(0, new Inline.Words(text.stripLeading(), style));
        }
        if (piece.getLast() instanceof Inline.Words(var text, var style)) {
            piece.set(piece.size() - 1, new Inline.Words(text.stripTrailing(), style));
        }
        blocks.add(new Block.Paragraph(piece, side));
    }

    private static boolean isBlank(Inline part) {
        return part instanceof Inline.LineEnd
                || (part instanceof Inline.Words words && words.text().isBlank());
    }
}
