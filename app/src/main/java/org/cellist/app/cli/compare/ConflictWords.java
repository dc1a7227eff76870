package org.cellist.app.cli.compare;

import org.cellist.app.notebook.merge.MergeConflict;
import org.cellist.app.notebook.merge.MergeConflict.Attachment;
import org.cellist.app.notebook.merge.MergeConflict.Deletion;
import org.cellist.app.notebook.merge.MergeConflict.Metadata;
import org.cellist.app.notebook.merge.MergeConflict.Move;
import org.cellist.app.notebook.merge.MergeConflict.OldOutputs;
import org.cellist.app.notebook.merge.MergeConflict.Outputs;
import org.cellist.app.notebook.merge.MergeConflict.Source;
import org.cellist.app.notebook.merge.MergeConflict.UnknownMember;
import org.cellist.app.notebook.merge.Side;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.text.Texts;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Says in one line what a conflict is, where it is and what was done. Immutable.
///
/// @param merged the notebook whose cells are counted
public record ConflictWords(Notebook merged) {

    private static final int LONGEST_VALUE = 80;

    public String explain(MergeConflict conflict) {
        var texts = Texts.of("compare");
        return switch (conflict) {
            case Source(var cell) -> texts.get("conflict.source", number(cell));
            case Deletion(var cell, var side) ->
                    side == Side.LOCAL
                            ? texts.get("conflict.deleted-local", number(cell))
                            : texts.get("conflict.deleted-remote", number(cell));
            case Move(var cell) -> texts.get("conflict.move", number(cell));
            case MergeConflict.Type(var cell, _, _) ->
                    texts.get("conflict.type", number(cell), type(cell));
            case Metadata metadata -> explain(metadata);
            case UnknownMember(var cell, var name, var local, var remote) ->
                    texts.get(
                            "conflict.unknown",
                            number(cell),
                            name(name),
                            value(local),
                            value(remote));
            case Outputs(var cell) -> texts.get("conflict.outputs", number(cell));
            case OldOutputs(var cell, var side, _) ->
                    side == Side.LOCAL
                            ? texts.get("conflict.old-local", number(cell))
                            : texts.get("conflict.old-remote", number(cell));
            case Attachment(var cell, var name, var keptAs) ->
                    name.equals(keptAs)
                            ? texts.get("conflict.attachment-kept", number(cell), name(name))
                            : texts.get(
                                    "conflict.attachment", number(cell), name(name), name(keptAs));
        };
    }

    private String explain(Metadata conflict) {
        var texts = Texts.of("compare");
        var cell = conflict.cell();
        var where =
                cell == null ? texts.get("where.notebook") : texts.get("where.cell", number(cell));
        var name = name(conflict.path());
        var local = conflict.local();
        var remote = conflict.remote();
        if (local == null || remote == null) {
            var kept = value(local == null ? remote : local);
            return texts.get("conflict.metadata-kept", where, name, kept);
        }
        return texts.get("conflict.metadata", where, name, value(local), value(remote));
    }

    private String number(CellId cell) {
        return Integer.toString(merged.indexOf(cell) + 1);
    }

    private String type(CellId id) {
        var words = new TypeWords(Texts.of("compare"));
        return merged.cell(id).map(cell -> words.of(cell.type())).orElse("");
    }

    private static String name(String name) {
        return Printable.line(name);
    }

    private static String value(@Nullable JsonValue value) {
        if (value == null) {
            return Texts.of("compare").get("conflict.none");
        }
        var json = Printable.line(RawJson.of(value).toString());
        return json.length() <= LONGEST_VALUE ? json : json.substring(0, LONGEST_VALUE) + "...";
    }
}
