package org.cellist.app.ui.workbench.history;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.diff.CellChanges;
import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.diff.Change;
import org.cellist.app.notebook.diff.MemberChange;
import org.cellist.app.notebook.diff.MimeChange;
import org.cellist.app.notebook.diff.NotebookDiff;
import org.cellist.app.notebook.diff.OutputDiff;
import org.cellist.app.notebook.diff.TextDiff;
import org.cellist.app.notebook.diff.TextLine;
import org.cellist.app.notebook.diff.TextLine.Kind;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.text.Texts;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Lays the differences between two notebooks out as lines, of which a list shows those in sight.
///
/// Confined to one thread; used once.
final class DiffRows {

    private static final int CONTEXT = 2;
    private static final int MOST_LINES_OF_SOURCE = 2_000;
    private static final int MOST_LINES_OF_OUTPUT = 100;

    private final Texts texts;
    private final Notebook then;
    private final Notebook now;
    private final List<DiffRow> rows = new ArrayList<>();

    private DiffRows(Texts texts, Notebook then, Notebook now) {
        this.texts = texts;
        this.then = then;
        this.now = now;
    }

    /// Returns the lines that say what differs; none when nothing does.
    static List<DiffRow> of(NotebookDiff diff, Notebook then, Notebook now, Texts texts) {
        var rows = new DiffRows(texts, then, now);
        rows.addMembers(diff.metadata());
        diff.cells().forEach(rows::addCell);
        return rows.rows;
    }

    private void addCell(CellDiff diff) {
        switch (diff) {
            case CellDiff.Same _ -> {}
            case CellDiff.Moved(_, var after, var cell) -> begin(diff, after, cell);
            case CellDiff.Added(var after, var cell, var content) -> {
                begin(diff, after, cell);
                addChanges(content, null, cell);
            }
            case CellDiff.Removed(var before, var cell, var content) -> {
                begin(diff, before, cell);
                addChanges(content, cell, null);
            }
            case CellDiff.Changed(var before, var after, _, var cell, var changes) -> {
                begin(diff, after, cell);
                addChanges(changes, then.cells().get(before), now.cells().get(after));
            }
        }
    }

    private void begin(CellDiff diff, int place, Cell cell) {
        rows.add(new DiffRow.OfCell(diff, place + 1, cell.type()));
    }

    private void addChanges(CellChanges changes, @Nullable Cell was, @Nullable Cell is) {
        var type = changes.type();
        if (type != null) {
            rows.add(new DiffRow.Part(texts.get("part.type")));
            addChange(word(type.before()), word(type.after()));
        }
        addText(changes.source(), MOST_LINES_OF_SOURCE);
        addMembers(changes.metadata());
        for (var attachment : changes.attachments()) {
            var name = texts.get("part.attachment", attachment.name());
            var before = was == null ? null : CellChanges.attachments(was).get(attachment.name());
            var after = is == null ? null : CellChanges.attachments(is).get(attachment.name());
            attachment.changes().forEach(change -> addMime(name, change, before, after));
        }
        var count = changes.count();
        if (count != null && changes.isOnlyNumber()) {
            rows.add(new DiffRow.Part(texts.get("part.count")));
            addChange(number(count.before()), number(count.after()));
        }
        changes.outputs().forEach(output -> addOutput(output, was, is));
    }

    private void addOutput(OutputDiff output, @Nullable Cell was, @Nullable Cell is) {
        int place = output.after() < 0 ? output.before() : output.after();
        var name = texts.get("part.output", place + 1);
        var before = bundle(was, output.before());
        var after = bundle(is, output.after());
        output.changes().forEach(change -> addMime(name, change, before, after));
    }

    private static @Nullable MimeBundle bundle(@Nullable Cell cell, int place) {
        if (cell == null || place < 0) {
            return null;
        }
        var output = CellChanges.outputs(cell).items().get(place);
        return output instanceof CellOutput.Rich rich ? rich.data() : null;
    }

    private void addMime(
            String name, MimeChange change, @Nullable MimeBundle then, @Nullable MimeBundle now) {
        rows.add(new DiffRow.Part(name + " · " + change.mimeType()));
        switch (change) {
            case MimeChange.TextChange(_, var text) -> addText(text, MOST_LINES_OF_OUTPUT);
            case MimeChange.PictureChange(var mimeType, var before, var after) -> {
                addChange(size(before), size(after));
                rows.add(new DiffRow.Picture(mimeType, then, now));
            }
            case MimeChange.ValueChange(_, var before, var after) ->
                    addChange(size(before), size(after));
        }
    }

    private @Nullable String size(long bytes) {
        return bytes < 0 ? null : texts.get("size", bytes);
    }

    private void addMembers(List<MemberChange> members) {
        for (var member : members) {
            rows.add(new DiffRow.Part(texts.get("part.metadata", member.path())));
            Change<JsonValue> value = member.value();
            addChange(json(value.before()), json(value.after()));
        }
    }

    private static @Nullable String json(@Nullable JsonValue value) {
        return value == null ? null : RawJson.of(value).toString();
    }

    private String word(@Nullable CellType type) {
        return type == null ? "" : HistoryWords.of(type, texts);
    }

    private static String number(@Nullable Integer count) {
        return count == null ? "[ ]" : "[" + count + "]";
    }

    private void addChange(@Nullable String before, @Nullable String after) {
        if (before != null) {
            rows.add(new DiffRow.Line(new TextLine(Kind.REMOVED, before, List.of())));
        }
        if (after != null) {
            rows.add(new DiffRow.Line(new TextLine(Kind.ADDED, after, List.of())));
        }
    }

    private void addText(TextDiff text, int most) {
        var lines = text.lines();
        int lastShown = -1;
        int shown = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (!isNearChange(lines, i)) {
                continue;
            }
            if (shown == most) {
                rows.add(new DiffRow.Part(texts.get("part.more")));
                return;
            }
            if (lastShown != i - 1) {
                rows.add(new DiffRow.Gap());
            }
            rows.add(new DiffRow.Line(lines.get(i)));
            lastShown = i;
            shown++;
        }
    }

    private static boolean isNearChange(List<TextLine> lines, int place) {
        int from = Math.max(0, place - CONTEXT);
        int to = Math.min(lines.size(), place + CONTEXT + 1);
        return lines.subList(from, to).stream().anyMatch(line -> line.kind() != Kind.KEPT);
    }
}
