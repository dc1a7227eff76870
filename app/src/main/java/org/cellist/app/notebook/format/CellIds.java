package org.cellist.app.notebook.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cellist.app.notebook.model.CellId;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Gives each cell of one file its identity: its nbformat id, else Colab's, else one made up.
///
/// Confined to one thread; used for one file.
final class CellIds {

    private static final Pattern VALID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final Set<String> taken = new HashSet<>();
    private final List<Quirk> quirks;

    CellIds(List<Quirk> quirks) {
        this.quirks = quirks;
    }

    /// An id, and whether the file says so. Immutable.
    record Identity(CellId id, boolean isFromFile) {}

    /// Returns an id that no cell of the file had before.
    ///
    /// @param id the `id` member, null when there is none
    Identity identity(@Nullable RawJson id, JsonObject metadata, int index) {
        var text = id == null ? metadata.string("id") : "";
        if (id != null && id.isString()) {
            text = id.joinedText().orElse("");
        }
        if (id == null) {
            quirks.add(new Quirk(Quirk.Kind.NO_CELL_ID, index));
        } else if (text == null || !VALID.matcher(text).matches()) {
            quirks.add(new Quirk(Quirk.Kind.INVALID_CELL_ID, index));
        } else if (taken.contains(text)) {
            quirks.add(new Quirk(Quirk.Kind.DUPLICATE_CELL_ID, index));
        }
        if (text != null && !text.isEmpty() && taken.add(text)) {
            return new Identity(new CellId(text), true);
        }
        var made = CellId.random();
        while (!taken.add(made.value())) {
            made = CellId.random();
        }
        return new Identity(made, false);
    }
}
