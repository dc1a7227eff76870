package org.cellist.app.cli.compare;

import java.util.List;
import org.cellist.app.cli.compare.Ink.Role;
import org.cellist.app.notebook.diff.CellChanges;
import org.cellist.app.notebook.diff.MemberChange;
import org.cellist.app.notebook.diff.MimeChange;
import org.cellist.app.notebook.diff.MimeChange.PictureChange;
import org.cellist.app.notebook.diff.MimeChange.TextChange;
import org.cellist.app.notebook.diff.MimeChange.ValueChange;
import org.cellist.app.notebook.diff.OutputDiff;
import org.cellist.app.notebook.diff.TextLine.Kind;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Prints what differs within one cell.
///
/// Confined to the calling thread.
final class ChangesPrinter {

    /// More lines of one output are not read on a terminal.
    private static final int MOST_LINES_OF_OUTPUT = 200;

    private final Texts texts = Texts.of("compare");
    private final TypeWords words = new TypeWords(texts);
    private final LinePrinter lines;

    ChangesPrinter(LinePrinter lines) {
        this.lines = lines;
    }

    void print(CellChanges changes) {
        var type = changes.type();
        if (type != null) {
            place(texts.get("part.type", word(type.before()) + " -> " + word(type.after())));
        }
        lines.print(changes.source(), Integer.MAX_VALUE);
        var id = changes.id();
        if (id != null) {
            var before = id.before() == null ? "" : id.before().value();
            var after = id.after() == null ? "" : id.after().value();
            place(texts.get("part.id", Printable.line(before + " -> " + after)));
        }
        printMetadata(changes.metadata());
        for (var attachment : changes.attachments()) {
            var name = texts.get("part.attachment", Printable.line(attachment.name()));
            attachment.changes().forEach(change -> print(name, change));
        }
        var count = changes.count();
        if (count != null) {
            place(texts.get("part.count", run(count.before()) + " -> " + run(count.after())));
        }
        changes.outputs().forEach(this::print);
    }

    void printMetadata(List<MemberChange> metadata) {
        for (var member : metadata) {
            place(texts.get("part.metadata", Printable.line(member.path())));
            print(Kind.REMOVED, member.value().before());
            print(Kind.ADDED, member.value().after());
        }
    }

    private void print(Kind kind, @Nullable JsonValue value) {
        if (value != null) {
            lines.line(kind, RawJson.of(value).toString());
        }
    }

    private void place(String text) {
        lines.heading(Role.PLACE, "@@ " + text + " @@");
    }

    private String word(@Nullable CellType type) {
        return type == null ? "" : words.of(type);
    }

    private static String run(@Nullable Integer count) {
        return count == null ? "[ ]" : "[" + count + "]";
    }

    private void print(OutputDiff output) {
        int place = output.after() < 0 ? output.before() : output.after();
        var name = texts.get("part.output", Integer.toString(place + 1));
        output.changes().forEach(change -> print(name, change));
    }

    private void print(String name, MimeChange change) {
        var heading = name + ", " + Printable.line(change.mimeType());
        switch (change) {
            case TextChange(_, var text) -> {
                place(heading);
                lines.print(text, MOST_LINES_OF_OUTPUT);
            }
            case PictureChange(_, var before, var after) -> {
                place(heading);
                sizes("picture", before, after);
            }
            case ValueChange(_, var before, var after) -> {
                place(heading);
                sizes("value", before, after);
            }
        }
    }

    private void sizes(String what, long before, long after) {
        if (before >= 0) {
            lines.line(Kind.REMOVED, texts.get("size." + what, Sizes.words(before)));
        }
        if (after >= 0) {
            lines.line(Kind.ADDED, texts.get("size." + what, Sizes.words(after)));
        }
    }
}
