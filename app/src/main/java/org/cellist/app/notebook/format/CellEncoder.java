package org.cellist.app.notebook.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.app.notebook.format.NotebookBytes.Splices;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// Writes one cell: as it was, with some slots new, or all new.
///
/// Confined to one thread.
final class CellEncoder {

    private static final int CELL_DEPTH = 2;
    private static final int MEMBER_DEPTH = 3;

    private final FileSpans spans;
    private final NbformatVersion version;
    private final Splices out;
    private final OutputsEncoder outputs;

    CellEncoder(FileSpans spans, NbformatVersion version, Splices out) {
        this.spans = spans;
        this.version = version;
        this.out = out;
        this.outputs = new OutputsEncoder(spans.layout().hasSourceLists());
    }

    /// Returns where the cell stood in this very file, or null.
    @Nullable CellSpan spanOf(Cell cell) {
        return cell.origin() instanceof CellSpan span && span.file().equals(spans.bytes())
                ? span
                : null;
    }

    void write(Cell cell) {
        var span = spanOf(cell);
        var changes = span == null ? null : changes(cell, span);
        if (span == null || changes == null) {
            out.add(StyledJson.of(fresh(cell, span), spans.layout(), CELL_DEPTH));
            return;
        }
        int at = span.whole().from();
        changes.sort((a, b) -> Integer.compare(a.slot().from(), b.slot().from()));
        for (var change : changes) {
            out.keep(at, change.slot().from());
            out.add(change.text());
            at = change.slot().to();
        }
        out.keep(at, span.whole().to());
    }

    /// A slot and what it holds now.
    private record Change(Slot slot, String text) {}

    /// Returns what differs, or null when the cell has to be written anew: its type is another,
    /// or a
    /// member comes that was not there.
    private @Nullable List<Change> changes(Cell cell, CellSpan span) {
        var changes = new ArrayList<Change>();
        var slots = span.slots();
        var before = span.cell();
        if (!cell.getClass().equals(before.getClass())) {
            return null;
        }
        if (!cell.source().equals(before.source())) {
            changes.add(new Change(slots.source(), source(cell, span)));
        }
        if (!cell.metadata().equals(before.metadata())) {
            changes.add(new Change(slots.metadata(), styled(cell.metadata())));
        }
        if (cell instanceof CodeCell now && before instanceof CodeCell old) {
            if (!Objects.equals(now.executionCount(), old.executionCount())) {
                changes.add(new Change(slots.executionCount(), styled(count(now))));
            }
            if (!now.outputs().items().equals(old.outputs().items())) {
                changes.add(new Change(slots.outputs(), styled(outputs.encode(now.outputs()))));
            }
        }
        boolean allPresent = changes.stream().allMatch(change -> change.slot().isPresent());
        return allPresent ? changes : null;
    }

    private String styled(JsonValue value) {
        return StyledJson.of(value, spans.layout(), MEMBER_DEPTH);
    }

    private String source(Cell cell, CellSpan span) {
        var slot = span.slots().source();
        var text = cell.source().replace("\n", span.lineEnd());
        boolean isList = slot.isPresent() && spans.bytes().array()[slot.from()] == '[';
        return isList
                ? StyledJson.list(
                        new SourceLines(spans, slot).encode(text), spans.layout(), MEMBER_DEPTH)
                : StyledJson.quoted(text, spans.layout());
    }

    private static JsonValue count(CodeCell cell) {
        var count = cell.executionCount();
        return count == null ? new JsonNull() : JsonNumber.of(count);
    }

    /// Returns the whole cell, with the members that this program does not know kept.
    private JsonObject fresh(Cell cell, @Nullable CellSpan span) {
        var members = new LinkedHashMap<String, JsonValue>();
        members.put("cell_type", new JsonString(type(cell)));
        if (version.hasCellIds()) {
            members.put("id", new JsonString(cell.id().value()));
        }
        var lineEnd = span == null ? "\n" : span.lineEnd();
        members.put("source", outputs.lines(cell.source().replace("\n", lineEnd)));
        members.put("metadata", cell.metadata());
        switch (cell) {
            case CodeCell code -> {
                members.put("execution_count", count(code));
                members.put("outputs", outputs.encode(code.outputs()));
            }
            case MarkdownCell markdown -> putAttachments(members, markdown.attachments());
            case RawCell raw -> putAttachments(members, raw.attachments());
        }
        if (span != null) {
            unknownMembers(span).forEach(members::putIfAbsent);
        }
        return new JsonObject(members);
    }

    private void putAttachments(
            Map<String, JsonValue> members, Map<String, MimeBundle> attachments) {
        if (!attachments.isEmpty()) {
            var named = new LinkedHashMap<String, JsonValue>();
            attachments.forEach(
                    (name, bundle) -> named.put(name, outputs.encodeData(bundle.data())));
            members.put("attachments", new JsonObject(named));
        }
    }

    private Map<String, JsonValue> unknownMembers(CellSpan span) {
        var unknown = new LinkedHashMap<String, JsonValue>();
        try {
            var bytes = spans.bytes().array();
            var cursor = new JsonCursor(bytes, span.whole().from(), span.whole().to());
            cursor.enter('{');
            for (boolean first = true; cursor.next('}', first); first = false) {
                var name = cursor.name();
                var value = cursor.value();
                switch (name) {
                    case "execution_count", "outputs", "attachments" -> {
                        // Belong to the type the cell had.
                    }
                    default -> unknown.put(name, value.value());
                }
            }
        } catch (JsonSyntaxException e) {
            throw new IllegalStateException("a cell that was read is not well-formed", e);
        }
        return unknown;
    }

    private static String type(Cell cell) {
        return switch (cell) {
            case CodeCell _ -> "code";
            case MarkdownCell _ -> "markdown";
            case RawCell _ -> "raw";
        };
    }
}
