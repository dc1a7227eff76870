package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.diff.CellChanges;
import org.cellist.app.notebook.diff.OutputContent;
import org.cellist.app.notebook.merge.ThreeWay.Region.Agreed;
import org.cellist.app.notebook.merge.ThreeWay.Region.Disputed;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.StreamName;
import org.jspecify.annotations.Nullable;

/// The outputs and the number of the run of one merged cell. Immutable.
///
/// Where one side ran the cell, its outputs are taken. Where both did, they belong to the source:
/// if only one side changed that, its outputs are taken and the others are told; if not, outputs
/// that differ stand both there, between markers, as nbdime does it. So nothing is lost, and the
/// next run puts it right.
///
/// @param count of runs; null before the first
record OutputsMerge(CellOutputs outputs, @Nullable Integer count) {

    /// @param conflicts where conflicts are added
    static OutputsMerge of(Trio trio, CellId id, List<MergeConflict> conflicts) {
        var local = trio.theLocal();
        var remote = trio.theRemote();
        var base = OutputContent.of(trio.baseOutputs());
        var ours = OutputContent.of(CellChanges.outputs(local));
        var theirs = OutputContent.of(CellChanges.outputs(remote));
        if (ours.equals(theirs)) {
            return taken(trio.isRunLocally() ? local : remote);
        }
        if (theirs.equals(base)) {
            return taken(local);
        }
        if (ours.equals(base)) {
            return taken(remote);
        }
        var writer = trio.onlyWriter();
        if (writer != null) {
            var left = writer == Side.LOCAL ? remote : local;
            var outputs = CellChanges.outputs(left);
            conflicts.add(new MergeConflict.OldOutputs(id, writer.other(), outputs));
            return taken(writer == Side.LOCAL ? local : remote);
        }
        return both(trio, ThreeWay.regions(base, ours, theirs), id, conflicts);
    }

    boolean isEmpty() {
        return outputs.items().isEmpty();
    }

    private static OutputsMerge taken(Cell cell) {
        return new OutputsMerge(CellChanges.outputs(cell), CellChanges.count(cell));
    }

    private static OutputsMerge both(
            Trio trio, List<ThreeWay.Region> regions, CellId id, List<MergeConflict> conflicts) {
        var ours = CellChanges.outputs(trio.theLocal()).items();
        var theirs = CellChanges.outputs(trio.theRemote()).items();
        var items = new ArrayList<CellOutput>();
        boolean isDisputed = false;
        for (var region : regions) {
            switch (region) {
                case Agreed(var side, var from, var to) ->
                        items.addAll((side == Side.LOCAL ? ours : theirs).subList(from, to));
                case Disputed(var from, var to, var otherFrom, var otherTo) -> {
                    isDisputed = true;
                    items.add(marker(Markers.LOCAL));
                    items.addAll(ours.subList(from, to));
                    items.add(marker(Markers.BETWEEN));
                    items.addAll(theirs.subList(otherFrom, otherTo));
                    items.add(marker(Markers.REMOTE));
                }
            }
        }
        if (isDisputed) {
            conflicts.add(new MergeConflict.Outputs(id));
        }
        return new OutputsMerge(new CellOutputs(items, false), CellChanges.count(trio.theLocal()));
    }

    private static CellOutput marker(String line) {
        return new CellOutput.Text(StreamName.STDERR, StreamText.of(line + "\n"));
    }
}
