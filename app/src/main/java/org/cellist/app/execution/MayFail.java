package org.cellist.app.execution;

import org.cellist.app.notebook.model.Cell;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// The tag that says of a cell that its error is meant, and stops nothing; as in nbconvert.
///
/// Immutable.
final class MayFail {

    private static final JsonString TAG = new JsonString("raises-exception");

    private MayFail() {}

    static boolean isTagged(Cell cell) {
        return cell.metadata().get("tags") instanceof JsonArray(var tags) && tags.contains(TAG);
    }
}
