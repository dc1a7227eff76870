package org.cellist.app.notebook.format;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.CellSpan.Slots;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Reads one cell after the other.
///
/// Confined to one thread; used for one file.
final class CellParser {

    private final FileSpans.Bytes file;
    private final JsonCursor cursor;
    private final CellIds ids;
    private final List<Quirk> quirks;

    private Slot whole = Slot.ABSENT;

    /// @param cursor stands inside the list of cells
    CellParser(FileSpans.Bytes file, JsonCursor cursor, List<Quirk> quirks) {
        this.file = file;
        this.cursor = cursor;
        this.quirks = quirks;
        this.ids = new CellIds(quirks);
    }

    /// Returns where the cell stands that was read last.
    Slot lastSlot() {
        return whole;
    }

    /// Reads the cell at the cursor.
    Cell parse(int index) throws JsonSyntaxException {
        if (cursor.peek() != '{') {
            throw ShapeException.wrongType(cursor.position(), path(index));
        }
        int from = cursor.position();
        var members = new CellMembers(index);
        members.read(cursor);
        whole = new Slot(from, cursor.position());
        var cell = members.cell();
        return withOrigin(
                cell, new CellSpan(file, index, whole, members.slots(), members.lineEnd, cell));
    }

    private static String path(int index) {
        return "cells[" + index + "]";
    }

    private static Cell withOrigin(Cell cell, CellSpan span) {
        return switch (cell) {
            case CodeCell(var id, var source, var metadata, var count, var outputs, _) ->
                    new CodeCell(id, source, metadata, count, outputs, span);
            case MarkdownCell(var id, var source, var metadata, var attachments, _) ->
                    new MarkdownCell(id, source, metadata, attachments, span);
            case RawCell(var id, var source, var metadata, var attachments, _) ->
                    new RawCell(id, source, metadata, attachments, span);
        };
    }

    /// The members of one cell as they come.
    private final class CellMembers {

        private final int index;
        private @Nullable String type;
        private @Nullable String source;
        private @Nullable JsonObject metadata;
        private @Nullable RawJson id;
        private @Nullable Integer executionCount;
        private @Nullable CellOutputs outputs;
        private Map<String, MimeBundle> attachments = Map.of();
        private String lineEnd = "\n";
        private Slot typeSlot = Slot.ABSENT;
        private Slot sourceSlot = Slot.ABSENT;
        private Slot metadataSlot = Slot.ABSENT;
        private Slot countSlot = Slot.ABSENT;
        private Slot outputsSlot = Slot.ABSENT;

        CellMembers(int index) {
            this.index = index;
        }

        void read(JsonCursor cursor) throws JsonSyntaxException {
            var names = new HashSet<String>();
            cursor.enter('{');
            for (boolean first = true; cursor.next('}', first); first = false) {
                int nameAt = cursor.position();
                var name = cursor.name();
                if (!names.add(name)) {
                    cursor.noteDuplicate(nameAt);
                }
                cursor.peek();
                int from = cursor.position();
                if (name.equals("outputs")) {
                    require(cursor.peek() == '[', from, name);
                    outputs = new OutputsParser(quirks, index).parse(cursor);
                    outputsSlot = new Slot(from, cursor.position());
                } else {
                    var value = cursor.value();
                    take(name, value, new Slot(from, cursor.position()));
                }
            }
        }

        private void take(String name, RawJson value, Slot slot) throws JsonSyntaxException {
            int from = slot.from();
            switch (name) {
                case "cell_type" -> {
                    require(value.isString(), from, name);
                    type = value.joinedText().orElse("");
                    typeSlot = slot;
                }
                case "source" -> {
                    readSource(value, from);
                    sourceSlot = slot;
                }
                case "metadata" -> {
                    require(value.isObject(), from, name);
                    metadata = value.object();
                    metadataSlot = slot;
                }
                case "execution_count" -> {
                    executionCount = count(value, from);
                    countSlot = slot;
                }
                case "attachments" -> {
                    require(value.isObject(), from, name);
                    attachments = attachments(value);
                }
                case "id" -> id = value;
                default -> {
                    // Kept in the file's bytes.
                }
            }
        }

        private void require(boolean condition, int offset, String member) {
            if (!condition) {
                throw ShapeException.wrongType(offset, path(index) + "." + member);
            }
        }

        private void readSource(RawJson value, int from) {
            var text = value.joinedText();
            require(text.isPresent(), from, "source");
            var raw = text.orElse("");
            int firstReturn = raw.indexOf('\r');
            if (firstReturn >= 0) {
                lineEnd = raw.startsWith("\r\n", firstReturn) ? "\r\n" : "\r";
                raw = raw.replace("\r\n", "\n").replace('\r', '\n');
            }
            source = raw;
        }

        private @Nullable Integer count(RawJson value, int from) {
            var lexeme = value.toString();
            if (lexeme.equals("null")) {
                return null;
            }
            require(lexeme.matches("-?[0-9]{1,9}"), from, "execution_count");
            return Integer.valueOf(lexeme);
        }

        private Map<String, MimeBundle> attachments(RawJson value) throws JsonSyntaxException {
            var named = new LinkedHashMap<String, MimeBundle>();
            var inside = value.cursor();
            inside.enter('{');
            for (boolean first = true; inside.next('}', first); first = false) {
                var name = inside.name();
                var bundle = inside.value();
                if (bundle.isObject()) {
                    named.put(
                            name,
                            new MimeBundle(
                                    OutputsParser.members(bundle.cursor()), RawJson.EMPTY_OBJECT));
                }
            }
            return named;
        }

        Slots slots() {
            return new Slots(typeSlot, sourceSlot, metadataSlot, countSlot, outputsSlot);
        }

        Cell cell() {
            var cellMetadata = metadata == null ? JsonObject.EMPTY : metadata;
            noteAbsent();
            var cellId = ids.identity(id, cellMetadata, index);
            var text = source == null ? "" : source;
            return switch (type == null ? "" : type) {
                case "code" ->
                        new CodeCell(
                                cellId,
                                text,
                                cellMetadata,
                                executionCount,
                                outputs == null ? CellOutputs.NONE : outputs,
                                null);
                case "markdown" -> new MarkdownCell(cellId, text, cellMetadata, attachments, null);
                case "raw" -> new RawCell(cellId, text, cellMetadata, attachments, null);
                default -> unknownType(cellId, text, cellMetadata);
            };
        }

        private Cell unknownType(CellId cellId, String text, JsonObject cellMetadata) {
            require(type != null, whole.from(), "cell_type");
            quirks.add(new Quirk(Quirk.Kind.UNKNOWN_CELL_TYPE, index));
            return new RawCell(cellId, text, cellMetadata, attachments, null);
        }

        private void noteAbsent() {
            if (source == null) {
                quirks.add(new Quirk(Quirk.Kind.NO_SOURCE, index));
            }
            if (metadata == null) {
                quirks.add(new Quirk(Quirk.Kind.NO_METADATA, index));
            }
            if ("code".equals(type) && outputs == null) {
                quirks.add(new Quirk(Quirk.Kind.NO_OUTPUTS, index));
            }
        }
    }
}
