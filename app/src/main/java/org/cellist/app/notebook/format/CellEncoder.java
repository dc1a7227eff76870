package org.cellist.app.notebook.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.format.layout.MemberOrder;
import org.cellist.app.notebook.format.layout.ObjectSplicer;
import org.cellist.app.notebook.format.layout.ObjectSplicer.Change;
import org.cellist.app.notebook.format.layout.ObjectSplicer.Member;
import org.cellist.app.notebook.format.layout.RawList;
import org.cellist.app.notebook.format.layout.Splices;
import org.cellist.app.notebook.format.layout.StyledJson;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonNull;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// Writes one cell: as it was, with some members changed, or all new.
///
/// Confined to one thread.
final class CellEncoder {

    private static final int CELL_DEPTH = 2;
    private static final int MEMBER_DEPTH = 3;

    private final FileSpans spans;
    private final NbformatVersion version;

    /// The file's version names no cells, and the one that it is raised to does.
    private final boolean namesAll;
    private final Splices out;
    private final FileLayout layout;
    private final ObjectSplicer splicer;
    private final OutputsEncoder outputs;

    CellEncoder(FileSpans spans, NbformatVersion version, Splices out) {
        this.spans = spans;
        this.version = version;
        this.namesAll = version.hasCellIds() && !spans.version().value().hasCellIds();
        this.out = out;
        this.layout = spans.layout();
        this.splicer = new ObjectSplicer(spans.bytes().array(), layout, out);
        this.outputs = new OutputsEncoder(layout);
    }

    /// Returns where the cell stood in this very file, or null.
    @Nullable CellSpan spanOf(Cell cell) {
        return cell.origin() instanceof CellSpan span && span.file().equals(spans.bytes())
                ? span
                : null;
    }

    void write(Cell cell) {
        var span = spanOf(cell);
        if (span == null) {
            var ordered = MemberOrder.ordered(fresh(cell), layout.order().cell());
            out.add(StyledJson.of(ordered, layout, CELL_DEPTH));
        } else if (!namesAll && isUnchanged(cell, span.cell())) {
            out.keep(span.whole().from(), span.whole().to());
        } else {
            var order = layout.order().cell();
            splicer.write(span.whole(), changes(cell, span), order, CELL_DEPTH);
        }
    }

    private static boolean isUnchanged(Cell now, Cell before) {
        return now.getClass().equals(before.getClass())
                && now.id().equals(before.id())
                && now.source().equals(before.source())
                && now.metadata().isSameInOrder(before.metadata())
                && attachments(now).equals(attachments(before))
                && !outputsDiffer(now, before)
                && !countsDiffer(now, before);
    }

    private static boolean outputsDiffer(Cell now, Cell before) {
        return now instanceof CodeCell a
                && before instanceof CodeCell b
                && !a.outputs().items().equals(b.outputs().items());
    }

    private static boolean countsDiffer(Cell now, Cell before) {
        return now instanceof CodeCell a
                && before instanceof CodeCell b
                && !Objects.equals(a.executionCount(), b.executionCount());
    }

    private static Map<String, MimeBundle> attachments(Cell cell) {
        return switch (cell) {
            case CodeCell _ -> Map.of();
            case MarkdownCell markdown -> markdown.attachments();
            case RawCell raw -> raw.attachments();
        };
    }

    private Map<String, Change> changes(Cell cell, CellSpan span) {
        var members = new LinkedHashMap<String, Member>();
        splicer.members(span.whole()).forEach(member -> members.put(member.name(), member));
        var changes = new LinkedHashMap<String, Change>();
        var before = span.cell();
        if (!cell.getClass().equals(before.getClass())) {
            putType(changes, cell);
        }
        boolean isNamed = members.containsKey("id");
        boolean isRenamed = !cell.id().equals(before.id());
        if ((isRenamed && (isNamed || version.hasCellIds())) || (namesAll && !isNamed)) {
            changes.put("id", put(new JsonString(cell.id().value())));
        }
        if (!cell.source().equals(before.source())) {
            changes.put("source", new Change.Put(source(cell.source(), members.get("source"))));
        }
        var metadata = metadata(cell, before);
        if (!metadata.isSameInOrder(before.metadata())) {
            changes.put("metadata", new Change.Merge(before.metadata(), metadata));
        }
        if (countsDiffer(cell, before) && cell instanceof CodeCell code) {
            changes.put("execution_count", put(count(code)));
        }
        if (outputsDiffer(cell, before)) {
            changes.put("outputs", outputs(cell, before, members.get("outputs")));
        }
        if (!attachments(cell).equals(attachments(before))) {
            changes.put("attachments", attachmentsChange(cell, before));
        }
        return changes;
    }

    /// A copy of a cell that Colab named must not claim the same name.
    private static JsonObject metadata(Cell cell, Cell before) {
        boolean isCopy = !cell.id().equals(before.id());
        var colabId = cell.metadata().string("id");
        return isCopy && colabId != null && colabId.equals(before.id().value())
                ? cell.metadata().without("id")
                : cell.metadata();
    }

    private void putType(Map<String, Change> changes, Cell cell) {
        changes.put("cell_type", put(new JsonString(type(cell))));
        if (cell instanceof CodeCell code) {
            changes.put("execution_count", put(count(code)));
            changes.put("outputs", put(outputs.encode(code.outputs())));
            changes.put("attachments", new Change.Drop());
        } else {
            changes.put("execution_count", new Change.Drop());
            changes.put("outputs", new Change.Drop());
        }
    }

    private Change put(JsonValue value) {
        return new Change.Put(StyledJson.of(value, layout, MEMBER_DEPTH));
    }

    private String source(String source, @Nullable Member before) {
        if (before == null || before.value().joinedText().isEmpty()) {
            return StyledJson.of(outputs.lines(source), layout, MEMBER_DEPTH);
        }
        return new SourceText(spans.bytes().array(), before, layout, MEMBER_DEPTH).with(source);
    }

    private Change outputs(Cell cell, Cell before, @Nullable Member member) {
        if (!(cell instanceof CodeCell now) || !(before instanceof CodeCell old)) {
            throw new IllegalArgumentException("outputs belong to code cells");
        }
        var list =
                member == null || !member.value().isArray()
                        ? RawList.empty(layout, MEMBER_DEPTH)
                        : RawList.of(spans.bytes().array(), member.slot(), layout, MEMBER_DEPTH);
        var kept = list.items().size() == old.outputs().items().size();
        return new Change.Put(
                outputs.spliced(now.outputs(), kept ? old.outputs().items() : List.of(), list));
    }

    private Change attachmentsChange(Cell cell, Cell before) {
        var now = encoded(attachments(cell));
        if (now.members().isEmpty()) {
            return new Change.Drop();
        }
        return new Change.Merge(encoded(attachments(before)), now);
    }

    private JsonObject encoded(Map<String, MimeBundle> attachments) {
        var named = new LinkedHashMap<String, JsonValue>();
        attachments.forEach((name, bundle) -> named.put(name, outputs.encodeData(bundle.data())));
        return new JsonObject(named);
    }

    private static JsonValue count(CodeCell cell) {
        var count = cell.executionCount();
        return count == null ? new JsonNull() : JsonNumber.of(count);
    }

    /// Returns the whole cell; members that this program does not know come along from wherever
    /// it was.
    private JsonObject fresh(Cell cell) {
        var members = new LinkedHashMap<String, JsonValue>();
        members.put("cell_type", new JsonString(type(cell)));
        if (version.hasCellIds()) {
            members.put("id", new JsonString(cell.id().value()));
        }
        members.put("metadata", cell.metadata());
        if (cell instanceof CodeCell code) {
            members.put("execution_count", count(code));
            members.put("outputs", outputs.encode(code.outputs()));
        }
        if (!attachments(cell).isEmpty()) {
            members.put("attachments", encoded(attachments(cell)));
        }
        members.put("source", outputs.lines(cell.source()));
        if (cell.origin() instanceof CellSpan elsewhere) {
            unknownMembers(elsewhere).forEach(members::putIfAbsent);
        }
        return new JsonObject(members);
    }

    private Map<String, JsonValue> unknownMembers(CellSpan elsewhere) {
        var unknown = new LinkedHashMap<String, JsonValue>();
        var reader = new ObjectSplicer(elsewhere.file().array(), layout, out);
        for (var member : reader.members(elsewhere.whole())) {
            switch (member.name()) {
                case "id", "execution_count", "outputs", "attachments" -> {
                    // Belong to the file or the type that the cell had.
                }
                default -> unknown.put(member.name(), member.value().value());
            }
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
