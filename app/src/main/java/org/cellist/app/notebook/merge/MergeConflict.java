package org.cellist.app.notebook.merge;

import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.kernel.protocol.json.JsonValue;
import org.jspecify.annotations.Nullable;

/// Something that both sides changed differently. Immutable.
///
/// A cell's id is the one it has in the merged notebook.
public sealed interface MergeConflict {

    /// Both changed the same lines; both are in the source, between markers.
    record Source(CellId cell) implements MergeConflict {}

    /// One side deleted the cell that the other changed; it is kept, marked in its source.
    record Deletion(CellId cell, Side deletedBy) implements MergeConflict {}

    /// Both moved the cell, to different places; it stands where the local side has it.
    record Move(CellId cell) implements MergeConflict {}

    /// Both changed the cell's type; it has the local one.
    record Type(CellId cell, CellType local, CellType remote) implements MergeConflict {}

    /// Both changed a member of metadata; it has the local value, or the one that is left.
    ///
    /// @param cell null for the notebook's own metadata
    /// @param path the names from the outside, with dots between them
    /// @param local null where the local side deleted it
    /// @param remote null where the remote side deleted it
    record Metadata(
            @Nullable CellId cell,
            String path,
            @Nullable JsonValue local,
            @Nullable JsonValue remote)
            implements MergeConflict {}

    /// The remote side changed a member of the cell that nbformat does not know, and the local side
    /// changed the cell otherwise; the member is as the local side has it.
    record UnknownMember(
            CellId cell, String name, @Nullable JsonValue local, @Nullable JsonValue remote)
            implements MergeConflict {}

    /// Both ran the cell and got different outputs; both are in the cell, between markers.
    record Outputs(CellId cell) implements MergeConflict {}

    /// Both ran the cell, and its source is the other side's: these outputs are of no source that
    /// is left, and not in the cell.
    record OldOutputs(CellId cell, Side of, CellOutputs outputs) implements MergeConflict {}

    /// Both changed an attachment of one name; the remote one has a name of its own now.
    ///
    /// @param keptAs the name of the remote one; the same name when one side had deleted it
    record Attachment(CellId cell, String name, String keptAs) implements MergeConflict {}
}
