package org.cellist.app.notebook.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// One cell of a notebook. Immutable.
///
/// Line ends in `source` are `\n`, whatever the file uses between its own lines.
public sealed interface Cell {

    CellId id();

    String source();

    JsonObject metadata();

    default CellType type() {
        return switch (this) {
            case CodeCell _ -> CellType.CODE;
            case MarkdownCell _ -> CellType.MARKDOWN;
            case RawCell _ -> CellType.RAW;
        };
    }

    /// Where this cell stood in the file, so that what did not change is written as it was;
    /// null for a cell made here. Opaque: only `notebook.format` looks into it.
    @Nullable CellOrigin origin();

    Cell withSource(String source);

    Cell withMetadata(JsonObject metadata);

    Cell withId(CellId id);

    /// A cell that a kernel can run.
    ///
    /// @param executionCount the number in the prompt; null before the first run
    record CodeCell(
            CellId id,
            String source,
            JsonObject metadata,
            @Nullable Integer executionCount,
            CellOutputs outputs,
            @Nullable CellOrigin origin)
            implements Cell {

        @Override
        public CodeCell withSource(String source) {
            return new CodeCell(id, source, metadata, executionCount, outputs, origin);
        }

        @Override
        public CodeCell withMetadata(JsonObject metadata) {
            return new CodeCell(id, source, metadata, executionCount, outputs, origin);
        }

        @Override
        public CodeCell withId(CellId id) {
            return new CodeCell(id, source, metadata, executionCount, outputs, origin);
        }

        public CodeCell withOutputs(@Nullable Integer executionCount, CellOutputs outputs) {
            return new CodeCell(id, source, metadata, executionCount, outputs, origin);
        }
    }

    /// A cell of formatted text.
    ///
    /// @param attachments file name to its MIME bundle; the name is a key, never a path
    record MarkdownCell(
            CellId id,
            String source,
            JsonObject metadata,
            Map<String, MimeBundle> attachments,
            @Nullable CellOrigin origin)
            implements Cell {

        public MarkdownCell {
            attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
        }

        @Override
        public MarkdownCell withSource(String source) {
            return new MarkdownCell(id, source, metadata, attachments, origin);
        }

        @Override
        public MarkdownCell withMetadata(JsonObject metadata) {
            return new MarkdownCell(id, source, metadata, attachments, origin);
        }

        @Override
        public MarkdownCell withId(CellId id) {
            return new MarkdownCell(id, source, metadata, attachments, origin);
        }
    }

    /// A cell that is neither run nor formatted.
    record RawCell(
            CellId id,
            String source,
            JsonObject metadata,
            Map<String, MimeBundle> attachments,
            @Nullable CellOrigin origin)
            implements Cell {

        public RawCell {
            attachments = Collections.unmodifiableMap(new LinkedHashMap<>(attachments));
        }

        @Override
        public RawCell withSource(String source) {
            return new RawCell(id, source, metadata, attachments, origin);
        }

        @Override
        public RawCell withMetadata(JsonObject metadata) {
            return new RawCell(id, source, metadata, attachments, origin);
        }

        @Override
        public RawCell withId(CellId id) {
            return new RawCell(id, source, metadata, attachments, origin);
        }
    }
}
