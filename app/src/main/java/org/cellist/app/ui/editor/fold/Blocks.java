package org.cellist.app.ui.editor.fold;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Finds the blocks of a code: a line, and the lines below it that are indented deeper. A closing
/// bracket on a line of its own stays outside, and is seen when the block is folded.
///
/// A comment that is indented less than the code below it ends no block, and neither does what
/// stands in a string of several lines.
///
/// Confined to one thread; used once.
public final class Blocks {

    private static final int TAB = 4;

    private final String text;
    private final String comment;
    private final IntPredicate inString;
    private final Deque<Line> open = new ArrayDeque<>();
    private final List<Fold> found = new ArrayList<>();
    private final List<Line> comments = new ArrayList<>(); // below which no code was seen yet
    private Line last = new Line(0, 0, 0); // that is not blank

    private Blocks(String text, String comment, IntPredicate inString) {
        this.text = text;
        this.comment = comment;
        this.inString = inString;
    }

    /// A line that is not blank.
    private record Line(int indent, int end, int number) {}

    /// Returns all blocks in the order of their first lines.
    ///
    /// @param comment how a comment begins; empty for nothing
    /// @param inString tells of a line end whether it stands in a string
    public static List<Fold> in(String text, String comment, IntPredicate inString) {
        return new Blocks(text, comment, inString).find();
    }

    /// Returns the block that begins on the line of a place, or else the innermost that has it, of
    /// those that are not folded yet.
    public static Optional<Fold> around(List<Fold> blocks, Folds folded, String text, int offset) {
        int end = text.indexOf('\n', offset);
        int lineEnd = end < 0 ? text.length() : end;
        return blocks.stream()
                .filter(block -> block.start() <= lineEnd && block.end() >= offset)
                .filter(block -> !folded.all().contains(block))
                .max(Comparator.comparingInt(Fold::start));
    }

    private List<Fold> find() {
        int start = 0;
        for (int line = 0; start <= text.length(); line++) {
            int at = text.indexOf('\n', start);
            int end = at < 0 ? text.length() : at;
            take(line, start, end);
            start = end + 1;
        }
        takeComments(0);
        closeDownTo(-1);
        found.sort(Comparator.comparingInt(Fold::start));
        return List.copyOf(found);
    }

    private void take(int number, int start, int end) {
        int at = start;
        int indent = 0;
        while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            indent = text.charAt(at) == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
            at++;
        }
        if (at == end || text.substring(at, end).isBlank()) {
            return;
        }
        var line = new Line(indent, end, number);
        if (start > 0 && inString.test(start - 1)) {
            takeComments(0);
            last = line;
        } else if (!comment.isEmpty() && text.startsWith(comment, at)) {
            comments.add(line);
        } else {
            takeComments(indent);
            closeDownTo(indent);
            open.push(line);
            last = line;
        }
    }

    /// A comment belongs where the code below it does, if that is deeper.
    private void takeComments(int indentBelow) {
        for (var line : comments) {
            closeDownTo(Math.max(line.indent(), indentBelow));
            last = line;
        }
        comments.clear();
    }

    private void closeDownTo(int indent) {
        while (!open.isEmpty() && open.peek().indent() >= indent) {
            var block = open.pop();
            if (last.number() > block.number()) {
                found.add(new Fold(block.end(), last.end(), last.number() - block.number()));
            }
        }
    }
}
