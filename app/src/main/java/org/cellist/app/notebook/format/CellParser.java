package org.cellist.app.notebook.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cellist.app.notebook.format.layout.LayoutHints;
import org.cellist.app.notebook.format.layout.Slot;
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
/// A cell without a type, or whose source or outputs cannot be shown, is refused; any other
/// member of a wrong type is kept in the file and taken for absent.
///
/// Confined to one thread; used for one file.
final class CellParser {

    private static final Pattern COUNT = Pattern.compile("-?[0-9]{1,9}");

    private final FileSpans.Bytes file;
    private final JsonCursor cursor;
    private final CellIds ids;
    private final List<Quirk> quirks;
    private final LayoutHints hints;

    private Slot whole = Slot.ABSENT;

    /// @param cursor stands inside the list of cells
    CellParser(FileSpans.Bytes file, JsonCursor cursor, List<Quirk> quirks, LayoutHints hints) {
        this.file = file;
        this.cursor = cursor;
        this.quirks = quirks;
        this.hints = hints;
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
        var members = new CellMembers(index, from);
        members.read();
        whole = new Slot(from, cursor.position());
        return members.cell();
    }

    private static String path(int index) {
        return "cells[" + index + "]";
    }

    /// The members of one cell as they come.
    private final class CellMembers {

        private final int index;
        private final int start;
        private @Nullable String type;
        private @Nullable String source;
        private @Nullable JsonObject metadata;
        private @Nullable RawJson id;
        private @Nullable Integer executionCount;
        private @Nullable CellOutputs outputs;
        private Map<String, MimeBundle> attachments = Map.of();

        CellMembers(int index, int start) {
            this.index = index;
            this.start = start;
        }

        void read() throws JsonSyntaxException {
            var names = new ArrayList<String>(8);
            int end = start;
            cursor.enter('{');
            for (boolean first = true; cursor.next('}', first); first = false) {
                int nameAt = cursor.position();
                if (!first) {
                    hints.memberGap(end, nameAt);
                }
                var name = cursor.name();
                if (names.contains(name)) {
                    cursor.noteDuplicate(nameAt);
                }
                names.add(name);
                take(name);
                end = cursor.position();
            }
            hints.cell(names);
        }

        private void take(String name) throws JsonSyntaxException {
            byte kind = cursor.peek();
            int from = cursor.position();
            switch (name) {
                case "cell_type" -> {
                    require(kind == '"', from, name);
                    type = cursor.string();
                }
                case "source" -> readSource(cursor.value(), from);
                case "outputs" -> {
                    require(kind == '[', from, name);
                    outputs = new OutputsParser(quirks, hints, index).parse(cursor);
                }
                case "metadata" -> {
                    var value = cursor.value();
                    metadata = value.object();
                    noteUnless(value.isObject());
                }
                case "execution_count" -> executionCount = count(cursor.value());
                case "attachments" -> attachments = attachments(cursor.value());
                case "id" -> id = cursor.value();
                default -> cursor.value();
            }
        }

        private void require(boolean condition, int offset, String member) {
            if (!condition) {
                throw ShapeException.wrongType(offset, path(index) + "." + member);
            }
        }

        private void noteUnless(boolean isRight) {
            if (!isRight) {
                quirks.add(new Quirk(Quirk.Kind.WRONG_TYPE, index));
            }
        }

        private void readSource(RawJson value, int from) {
            var text = value.joinedText();
            require(text.isPresent(), from, "source");
            source = SourceText.normalized(text.orElse(""));
            hints.source(value.isArray(), source.isEmpty());
        }

        private @Nullable Integer count(RawJson value) {
            var lexeme = value.toString();
            boolean isCount = COUNT.matcher(lexeme).matches();
            noteUnless(isCount || lexeme.equals("null"));
            return isCount ? Integer.valueOf(lexeme) : null;
        }

        private Map<String, MimeBundle> attachments(RawJson value) throws JsonSyntaxException {
            noteUnless(value.isObject());
            if (!value.isObject()) {
                return Map.of();
            }
            var named = new LinkedHashMap<String, MimeBundle>();
            var inside = value.cursor();
            inside.enter('{');
            for (boolean first = true; inside.next('}', first); first = false) {
                var name = inside.name();
                var bundle = inside.value();
                noteUnless(bundle.isObject());
                if (bundle.isObject()) {
                    var data = OutputsParser.members(bundle.cursor());
                    named.put(name, new MimeBundle(data, RawJson.EMPTY_OBJECT));
                }
            }
            return named;
        }

        Cell cell() {
            noteAbsent();
            var cellMetadata = metadata == null ? JsonObject.EMPTY : metadata;
            var identity = ids.identity(id, cellMetadata, index);
            var cell = withoutOrigin(identity.id(), source == null ? "" : source, cellMetadata);
            return new CellSpan(file, index, whole, cell, identity.isFromFile()).cellFromHere();
        }

        private Cell withoutOrigin(CellId cellId, String text, JsonObject cellMetadata) {
            var shown = outputs == null ? CellOutputs.NONE : outputs;
            return switch (type == null ? "" : type) {
                case "code" ->
                        new CodeCell(cellId, text, cellMetadata, executionCount, shown, null);
                case "markdown" -> new MarkdownCell(cellId, text, cellMetadata, attachments, null);
                case "raw" -> new RawCell(cellId, text, cellMetadata, attachments, null);
                default -> {
                    require(type != null, start, "cell_type");
                    quirks.add(new Quirk(Quirk.Kind.UNKNOWN_CELL_TYPE, index));
                    yield new RawCell(cellId, text, cellMetadata, attachments, null);
                }
            };
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
