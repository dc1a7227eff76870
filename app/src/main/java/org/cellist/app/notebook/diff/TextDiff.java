package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.diff.TextLine.Kind;

/// Two texts compared by line, and by word where lines are alike. Immutable.
///
/// @param lines all lines of both, those that were removed before those in their place
public record TextDiff(List<TextLine> lines) {

    /// Nothing on either side.
    static final TextDiff NONE = new TextDiff(List.of());

    public TextDiff {
        lines = List.copyOf(lines);
    }

    /// Returns what differs between the texts.
    static TextDiff between(String before, String after) {
        var left = TextLines.of(before);
        var right = TextLines.of(after);
        var lines = new ArrayList<TextLine>();
        int at = 0;
        for (var hunk : SequenceDiff.between(left, right)) {
            addKept(lines, left.subList(at, hunk.beforeFrom()));
            var words =
                    WordDiff.between(
                            left.subList(hunk.beforeFrom(), hunk.beforeTo()),
                            right.subList(hunk.afterFrom(), hunk.afterTo()));
            lines.addAll(words);
            at = hunk.beforeTo();
        }
        addKept(lines, left.subList(at, left.size()));
        return new TextDiff(lines);
    }

    private static void addKept(List<TextLine> lines, List<String> texts) {
        texts.forEach(text -> lines.add(new TextLine(Kind.KEPT, text, List.of())));
    }

    /// Returns whether the texts differ.
    public boolean differs() {
        return lines.stream().anyMatch(line -> line.kind() != Kind.KEPT);
    }
}
