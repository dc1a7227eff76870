package org.cellist.app.notebook.diff;

import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.CellNames;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// What differs within one cell. Immutable.
///
/// @param id null when it is the same, or when one file names no cells
/// @param type null when it is the same
/// @param source without lines when it is the same
/// @param count of runs; null when it is the same
public record CellChanges(
        @Nullable Change<CellId> id,
        @Nullable Change<CellType> type,
        TextDiff source,
        List<MemberChange> metadata,
        List<AttachmentChange> attachments,
        @Nullable Change<Integer> count,
        List<OutputDiff> outputs) {

    public CellChanges {
        metadata = List.copyOf(metadata);
        attachments = List.copyOf(attachments);
        outputs = List.copyOf(outputs);
    }

    /// Returns what differs between two cells that belong together.
    public static CellChanges between(Cell before, Cell after) {
        boolean bothAreNamed = CellNames.isNamed(before) && CellNames.isNamed(after);
        return new CellChanges(
                bothAreNamed ? Change.between(before.id(), after.id()) : null,
                Change.between(before.type(), after.type()),
                before.source().equals(after.source())
                        ? TextDiff.NONE
                        : TextDiff.between(before.source(), after.source()),
                MemberChange.between(before.metadata(), after.metadata()),
                AttachmentChange.between(attachments(before), attachments(after)),
                Change.between(count(before), count(after)),
                OutputDiff.between(outputs(before), outputs(after)));
    }

    /// Returns what a cell holds, as changes of one that held nothing.
    static CellChanges ofAll(Cell after) {
        return new CellChanges(
                null,
                null,
                TextDiff.between("", after.source()),
                MemberChange.between(JsonObject.EMPTY, after.metadata()),
                AttachmentChange.between(Map.of(), attachments(after)),
                null,
                OutputDiff.between(CellOutputs.NONE, outputs(after)));
    }

    /// Returns what a cell held, as changes to one that holds nothing.
    static CellChanges ofNothing(Cell before) {
        return new CellChanges(
                null,
                null,
                TextDiff.between(before.source(), ""),
                MemberChange.between(before.metadata(), JsonObject.EMPTY),
                AttachmentChange.between(attachments(before), Map.of()),
                null,
                OutputDiff.between(outputs(before), CellOutputs.NONE));
    }

    /// Returns what the cell shows below it; only code cells show something.
    public static CellOutputs outputs(Cell cell) {
        return cell instanceof CodeCell code ? code.outputs() : CellOutputs.NONE;
    }

    /// Returns the files attached to the cell; code cells have none.
    public static Map<String, MimeBundle> attachments(Cell cell) {
        return switch (cell) {
            case CodeCell _ -> Map.of();
            case MarkdownCell markdown -> markdown.attachments();
            case RawCell raw -> raw.attachments();
        };
    }

    /// Returns the number of the cell's run, if it has one.
    public static @Nullable Integer count(Cell cell) {
        return cell instanceof CodeCell code ? code.executionCount() : null;
    }

    public boolean isEmpty() {
        return id == null
                && type == null
                && !source.differs()
                && metadata.isEmpty()
                && attachments.isEmpty()
                && count == null
                && outputs.isEmpty();
    }

    /// Returns whether nothing differs, or nothing but the id and the number of the run.
    public boolean isOnlyNumber() {
        return new CellChanges(null, type, source, metadata, attachments, null, outputs).isEmpty();
    }

    /// Returns the same without outputs and the numbers of runs.
    CellChanges withoutOutputs() {
        return new CellChanges(id, type, source, metadata, attachments, null, List.of());
    }

    /// Returns the same without metadata and ids.
    CellChanges withoutMetadata() {
        return new CellChanges(null, type, source, List.of(), attachments, count, outputs);
    }
}
