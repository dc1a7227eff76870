package org.cellist.app.notebook.diff;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.CellOutputs;

/// One output that differs, came or went. Immutable.
///
/// @param before its place among the outputs before, from 0; -1 where there was none
/// @param after its place among the outputs after, from 0; -1 where there is none
public record OutputDiff(int before, int after, List<MimeChange> changes) {

    public OutputDiff {
        changes = List.copyOf(changes);
    }

    /// Returns what differs between the outputs of a cell, in order.
    static List<OutputDiff> between(CellOutputs before, CellOutputs after) {
        if (before.items().equals(after.items())) {
            return List.of();
        }
        var left = OutputContent.of(before);
        var right = OutputContent.of(after);
        var diffs = new ArrayList<OutputDiff>();
        for (var hunk : SequenceDiff.between(left, right)) {
            int a = hunk.beforeFrom();
            int b = hunk.afterFrom();
            while (a < hunk.beforeTo() || b < hunk.afterTo()) {
                boolean hasBoth = a < hunk.beforeTo() && b < hunk.afterTo();
                if (hasBoth && left.get(a).isLike(right.get(b))) {
                    var changes = MimeChange.between(left.get(a), right.get(b));
                    diffs.add(new OutputDiff(a++, b++, changes));
                } else if (a < hunk.beforeTo()) {
                    diffs.add(new OutputDiff(a, -1, MimeChange.between(left.get(a), null)));
                    a++;
                } else {
                    diffs.add(new OutputDiff(-1, b, MimeChange.between(null, right.get(b))));
                    b++;
                }
            }
        }
        return List.copyOf(diffs);
    }
}
