package org.cellist.app.notebook.format;

import java.util.LinkedHashMap;
import java.util.Set;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.format.layout.ObjectSplicer;
import org.cellist.app.notebook.format.layout.Splices;
import org.cellist.app.notebook.model.Cell;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// The members of a cell that nbformat does not know, as its file has them. Immutable.
public final class UnknownMembers {

    private static final Set<String> KNOWN =
            Set.of(
                    "attachments",
                    "cell_type",
                    "execution_count",
                    "id",
                    "metadata",
                    "outputs",
                    "source");

    private UnknownMembers() {}

    /// Returns the members; none for a cell that was made here.
    public static JsonObject of(Cell cell) {
        if (!(cell.origin() instanceof CellSpan span)) {
            return JsonObject.EMPTY;
        }
        var file = span.file().array();
        var reader = new ObjectSplicer(file, FileLayout.NBFORMAT, new Splices(file));
        var unknown = new LinkedHashMap<String, JsonValue>();
        for (var member : reader.members(span.whole())) {
            if (!KNOWN.contains(member.name())) {
                unknown.put(member.name(), member.value().value());
            }
        }
        return new JsonObject(unknown);
    }
}
