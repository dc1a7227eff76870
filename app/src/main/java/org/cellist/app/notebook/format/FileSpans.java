package org.cellist.app.notebook.format;

import java.util.List;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.format.layout.Slot;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.NotebookOrigin;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// The file a notebook came from: its bytes, where its parts stand, and how it is laid out.
///
/// Immutable.
///
/// @param cellsArray from `[` to the byte after `]`
/// @param metadata the notebook's own metadata; absent when the file has none
/// @param metadataValue what stood there
/// @param cells where each cell stood, in order
/// @param version what the file says of its format
record FileSpans(
        Bytes bytes,
        Slot cellsArray,
        Slot metadata,
        JsonObject metadataValue,
        List<Slot> cells,
        Version version,
        FileLayout layout)
        implements NotebookOrigin {

    FileSpans {
        cells = List.copyOf(cells);
    }

    /// The version of the format and where its `nbformat_minor` stands, absent when the file has
    /// none.
    record Version(NbformatVersion value, Slot minor) {}

    /// The bytes of one file. Equal only to itself, which tells cells of this file from others.
    static final class Bytes {

        private final byte[] array;

        /// Keeps the array, which must not change any more.
        Bytes(byte[] array) {
            this.array = array;
        }

        byte[] array() {
            return array;
        }
    }
}
