package org.cellist.app.notebook.metadata;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.format.layout.MemberOrder;
import org.cellist.app.notebook.format.layout.StyledJson;
import org.cellist.app.notebook.metadata.MetadataFault.Problem;
import org.cellist.app.notebook.metadata.MetadataRules.Broken;
import org.cellist.app.notebook.model.CellType;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Metadata as a text that a person reads and writes. Members keep their order, and numbers the way
/// in which they are written.
///
/// Immutable.
public final class MetadataText {

    private static final MemberOrder AS_THEY_STAND = new MemberOrder(false, List.of(), List.of());
    private static final FileLayout PRETTY =
            new FileLayout("  ", false, "\n", ",", ": ", false, true, AS_THEY_STAND);

    private final String text;
    private final byte[] bytes;

    private MetadataText(String text) {
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
    }

    /// What a text turned out to be.
    public sealed interface Reading {

        /// Metadata.
        record Right(JsonObject metadata) implements Reading {}

        /// None.
        record Wrong(MetadataFault fault) implements Reading {}
    }

    /// Returns metadata in lines, two spaces further in for each bracket.
    public static String of(JsonObject metadata) {
        return StyledJson.of(metadata, PRETTY, 0);
    }

    /// Reads what a person wrote.
    ///
    /// @param type of the cell that the metadata are for; null for those of the notebook
    public static Reading read(String text, @Nullable CellType type) {
        return new MetadataText(text).read(type);
    }

    private Reading read(@Nullable CellType type) {
        try {
            var value = RawJson.parse(bytes);
            if (!value.isObject()) {
                return wrong(Problem.NO_OBJECT, "", firstOffset());
            }
            var cursor = new JsonCursor(bytes, 0, bytes.length);
            cursor.value();
            if (cursor.duplicateOffset() >= 0) {
                return wrong(Problem.DUPLICATE, nameAt(cursor), cursor.duplicateOffset());
            }
            var metadata = value.object();
            Optional<Broken> broken =
                    type == null
                            ? MetadataRules.ofNotebook(metadata)
                            : MetadataRules.ofCell(type, metadata);
            return broken.isPresent() ? wrong(broken.get()) : new Reading.Right(metadata);
        } catch (JsonSyntaxException e) {
            return wrong(e);
        }
    }

    private Reading wrong(Broken broken) throws JsonSyntaxException {
        return wrong(broken.problem(), broken.what(), offsetOf(broken.path()));
    }

    private Reading wrong(JsonSyntaxException e) {
        int offset = Math.min(e.offset(), bytes.length);
        var found = new String(bytes, offset, bytes.length - offset, StandardCharsets.UTF_8);
        int first = found.isEmpty() ? -1 : found.codePointAt(0);
        var problem =
                switch (e.problem()) {
                    case TRUNCATED -> Problem.TRUNCATED;
                    case UNEXPECTED -> unexpected(first);
                    case CONTROL_CHARACTER -> Problem.CONTROL_CHARACTER;
                    case BAD_ESCAPE -> Problem.BAD_ESCAPE;
                    case BAD_NUMBER -> Problem.BAD_NUMBER;
                    case TRAILING -> Problem.TRAILING;
                    case TOO_DEEP -> Problem.TOO_DEEP;
                    case NAME_TOO_LONG, STRING_TOO_LONG -> Problem.TOO_LONG;
                };
        return wrong(problem, first < 0 ? "" : Character.toString(first), offset);
    }

    private static Problem unexpected(int character) {
        return switch (character) {
            case '}', ']' -> Problem.CLOSED_EARLY;
            case '\'', '\u2018', '\u2019', '\u201c', '\u201d' -> Problem.UNQUOTED;
            default -> Character.isLetter(character) ? Problem.UNQUOTED : Problem.UNEXPECTED;
        };
    }

    private Reading wrong(Problem problem, String what, int byteOffset) {
        var before = new String(bytes, 0, byteOffset, StandardCharsets.UTF_8);
        int line = (int) before.chars().filter(unit -> unit == '\n').count() + 1;
        var inLine = before.substring(before.lastIndexOf('\n') + 1);
        int column = inLine.codePointCount(0, inLine.length()) + 1;
        int offset = Math.min(before.length(), text.length());
        return new Reading.Wrong(new MetadataFault(problem, what, line, column, offset));
    }

    private int firstOffset() throws JsonSyntaxException {
        var cursor = new JsonCursor(bytes, 0, bytes.length);
        cursor.peek();
        return cursor.position();
    }

    private String nameAt(JsonCursor duplicate) throws JsonSyntaxException {
        return new JsonCursor(bytes, duplicate.duplicateOffset(), bytes.length).string();
    }

    /// Returns where the value begins that a path of names leads to, or the innermost one of the
    /// path that is there.
    private int offsetOf(List<String> path) throws JsonSyntaxException {
        var cursor = new JsonCursor(bytes, 0, bytes.length);
        int found = firstOffset();
        for (var name : path) {
            if (cursor.peek() != '{') {
                return found;
            }
            cursor.enter('{');
            boolean isThere = false;
            for (boolean first = true; !isThere && cursor.next('}', first); first = false) {
                isThere = cursor.name().equals(name);
                cursor.peek();
                if (!isThere) {
                    cursor.value();
                }
            }
            if (!isThere) {
                return found;
            }
            found = cursor.position();
        }
        return found;
    }
}
