package org.cellist.app.notebook.merge;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.app.notebook.diff.CellChanges;
import org.cellist.app.notebook.diff.TextLines;
import org.cellist.app.notebook.format.UnknownMembers;
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

/// Merges one cell. It keeps the origin of the local one, whose file it goes to.
///
/// Confined to one thread.
final class CellMerge {

    private final List<MergeConflict> conflicts;

    /// @param conflicts where conflicts are added
    CellMerge(List<MergeConflict> conflicts) {
        this.conflicts = conflicts;
    }

    /// Returns the merged cell.
    ///
    /// @param id the id it gets
    Cell merged(Trio trio, CellId id) {
        var local = trio.local();
        var remote = trio.remote();
        if (local != null && remote != null) {
            return ofBoth(trio, local, remote, id);
        }
        var only = local == null ? trio.theRemote() : local;
        var deletedBy = trio.deletedBy();
        if (deletedBy == null) {
            return named(only, id);
        }
        conflicts.add(new MergeConflict.Deletion(id, deletedBy));
        var lines = Markers.deletion(deletedBy, TextLines.of(only.source()));
        return named(only.withSource(TextLines.joined(lines)), id);
    }

    /// Colab knows a cell by a member of its metadata, which goes with the id.
    private static Cell named(Cell cell, CellId id) {
        if (cell.id().equals(id)) {
            return cell;
        }
        boolean isColabs = cell.id().value().equals(cell.metadata().string("id"));
        var metadata = isColabs ? cell.metadata().without("id") : cell.metadata();
        return cell.withMetadata(metadata).withId(id);
    }

    private Cell ofBoth(Trio trio, Cell local, Cell remote, CellId id) {
        if (hasNewUnknownMembers(trio, local, remote)) {
            var base = trio.base();
            if (base != null && isSame(base, local)) {
                return named(remote, id);
            }
            tellUnknownMembers(local, remote, id);
        }
        var source = SourceMerge.of(trio.baseSource(), local.source(), remote.source());
        if (source.isDisputed()) {
            conflicts.add(new MergeConflict.Source(id));
        }
        var metadata =
                new MetadataMerge(id, conflicts)
                        .merged(trio.baseMetadata(), local.metadata(), remote.metadata());
        var outputs = OutputsMerge.of(trio, id, conflicts);
        var attachments = attachments(trio.base(), local, remote, id);
        var type = type(trio.base(), local.type(), remote.type());
        boolean losesAttachments = type == CellType.CODE && !attachments.isEmpty();
        if (losesAttachments) {
            type = local.type() == CellType.CODE ? remote.type() : local.type();
        }
        if (losesAttachments || isTypeDisputed(trio.base(), local.type(), remote.type())) {
            conflicts.add(new MergeConflict.Type(id, local.type(), remote.type()));
        }
        var merged =
                typed(local, type, attachments)
                        .withId(id)
                        .withSource(source.source())
                        .withMetadata(metadata);
        if (merged instanceof CodeCell code) {
            return code.withOutputs(outputs.count(), outputs.outputs());
        }
        if (!outputs.outputs().equals(trio.baseOutputs()) && !outputs.isEmpty()) {
            var side = remote instanceof CodeCell ? Side.REMOTE : Side.LOCAL;
            conflicts.add(new MergeConflict.OldOutputs(id, side, outputs.outputs()));
        }
        return merged;
    }

    /// Members that nobody knows go only with their whole cell.
    private static boolean hasNewUnknownMembers(Trio trio, Cell local, Cell remote) {
        var base = trio.base();
        var before = base == null ? JsonObject.EMPTY : UnknownMembers.of(base);
        var theirs = UnknownMembers.of(remote);
        return !theirs.equals(before) && !theirs.equals(UnknownMembers.of(local));
    }

    private static boolean isSame(Cell base, Cell local) {
        return CellChanges.between(base, local).isEmpty()
                && UnknownMembers.of(base).equals(UnknownMembers.of(local));
    }

    private void tellUnknownMembers(Cell local, Cell remote, CellId id) {
        var ours = UnknownMembers.of(local);
        var theirs = UnknownMembers.of(remote);
        var names = new LinkedHashSet<>(ours.members().keySet());
        names.addAll(theirs.members().keySet());
        for (var name : names) {
            if (!Objects.equals(ours.get(name), theirs.get(name))) {
                conflicts.add(
                        new MergeConflict.UnknownMember(
                                id, name, ours.get(name), theirs.get(name)));
            }
        }
    }

    private Map<String, MimeBundle> attachments(
            @Nullable Cell base, Cell local, Cell remote, CellId id) {
        return new AttachmentsMerge(id, conflicts)
                .merged(
                        base == null ? Map.of() : CellChanges.attachments(base),
                        CellChanges.attachments(local),
                        CellChanges.attachments(remote));
    }

    private static CellType type(@Nullable Cell base, CellType local, CellType remote) {
        return base != null && base.type() == local ? remote : local;
    }

    private static boolean isTypeDisputed(@Nullable Cell base, CellType local, CellType remote) {
        boolean isLeftAlone = base != null && (base.type() == local || base.type() == remote);
        return local != remote && !isLeftAlone;
    }

    private static Cell typed(Cell cell, CellType type, Map<String, MimeBundle> attachments) {
        var id = cell.id();
        var source = cell.source();
        JsonObject metadata = cell.metadata();
        var origin = cell.origin();
        return switch (type) {
            case CODE -> new CodeCell(id, source, metadata, null, CellOutputs.NONE, origin);
            case MARKDOWN -> new MarkdownCell(id, source, metadata, attachments, origin);
            case RAW -> new RawCell(id, source, metadata, attachments, origin);
        };
    }
}
