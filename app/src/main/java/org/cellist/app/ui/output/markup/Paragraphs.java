package org.cellist.app.ui.output.markup;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.rich.Block;
import org.cellist.app.ui.output.rich.Block.Side;
import org.cellist.app.ui.output.rich.Inline;

/// Cuts paragraphs at formulas that stand by themselves. Immutable.
public final class Paragraphs {

    /// A paragraph is laid out as a whole; a longer one, which nobody reads as one, is cut.
    private static final int LONGEST = 8000;

    private Paragraphs() {}

    /// Adds a paragraph, in pieces if need be; nothing for one that shows nothing.
    public static void split(List<Inline> content, Side side, List<Block> blocks) {
        var piece = new ArrayList<Inline>();
        int length = 0;
        for (var part : content) {
            if (part instanceof Inline.Maths(var formula, _) && formula.display()) {
                add(piece, side, blocks);
                piece.clear();
                length = 0;
                blocks.add(new Block.Maths(formula));
            } else {
                length = addPart(part, length, piece, side, blocks);
            }
        }
        add(piece, side, blocks);
    }

    /// Adds a part, the words of a very long one in pieces. Returns how long the piece is now.
    private static int addPart(
            Inline part, int before, List<Inline> piece, Side side, List<Block> blocks) {
        if (!(part instanceof Inline.Words(var text, var style))) {
            piece.add(part);
            return before + 1;
        }
        int length = before;
        int at = 0;
        while (length + text.length() - at > LONGEST) {
            int end = cut(text, at, Math.max(1, LONGEST - length));
            piece.add(new Inline.Words(text.substring(at, end), style));
            add(piece, side, blocks);
            piece.clear();
            at = end;
            length = 0;
        }
        piece.add(new Inline.Words(text.substring(at), style));
        return length + text.length() - at;
    }

    private static int cut(String text, int from, int wanted) {
        int end = Math.min(text.length(), from + wanted);
        int space = text.lastIndexOf(' ', end);
        if (space > from) {
            return space;
        }
        boolean cutsPair = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return cutsPair ? end + 1 : end;
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
