package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.diff.TextLines;
import org.cellist.app.notebook.merge.ThreeWay.Region.Agreed;
import org.cellist.app.notebook.merge.ThreeWay.Region.Disputed;

/// A source merged by line. Immutable.
///
/// @param isDisputed whether it holds conflict markers that the merge put in
record SourceMerge(String source, boolean isDisputed) {

    static SourceMerge of(String base, String local, String remote) {
        if (local.equals(remote) || remote.equals(base)) {
            return new SourceMerge(local, false);
        }
        if (local.equals(base)) {
            return new SourceMerge(remote, false);
        }
        var ours = TextLines.of(local);
        var theirs = TextLines.of(remote);
        var lines = new ArrayList<String>();
        boolean isDisputed = false;
        for (var region : ThreeWay.regions(TextLines.of(base), ours, theirs)) {
            switch (region) {
                case Agreed(var side, var from, var to) ->
                        lines.addAll(lines(side == Side.LOCAL ? ours : theirs, from, to));
                case Disputed(var from, var to, var otherFrom, var otherTo) -> {
                    isDisputed = true;
                    Markers.add(lines, lines(ours, from, to), lines(theirs, otherFrom, otherTo));
                }
            }
        }
        return new SourceMerge(TextLines.joined(lines), isDisputed);
    }

    private static List<String> lines(List<String> lines, int from, int to) {
        return lines.subList(from, to);
    }
}
