package org.cellist.app.notebook.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.format.ReadOutcome.Legacy;
import org.cellist.app.notebook.format.ReadOutcome.ReadOnly;
import org.cellist.app.notebook.format.ReadOutcome.Refused;
import org.cellist.app.notebook.format.ReadProblem.Kind;
import org.cellist.app.notebook.format.layout.FileLayout;
import org.cellist.app.notebook.format.layout.LayoutDetector;
import org.cellist.app.notebook.format.layout.LayoutHints;
import org.cellist.app.notebook.format.layout.Slot;
import org.cellist.app.notebook.format.layout.StyledJson;
import org.cellist.app.notebook.format.legacy.LegacyUpgrade;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.json.JsonCursor;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.jspecify.annotations.Nullable;

/// Reads the outermost object of one file: version, metadata and the list of cells.
///
/// Confined to one thread; used once.
final class DocumentParser {

    private static final NbformatVersion NEWEST = NbformatVersion.CURRENT;

    /// More of a name than that is not said.
    private static final int MOST_OF_A_NAME = 80;

    private final FileSpans.Bytes file;
    private final int start;
    private final JsonCursor cursor;
    private final List<Quirk> quirks = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final LayoutHints hints = new LayoutHints();
    private final boolean isAscii;

    private boolean hasVersion;
    private boolean hasWrongMetadata;
    private int major;
    private int minor = -1;
    private Slot minorSlot = Slot.ABSENT;
    private Slot metadata = Slot.ABSENT;
    private JsonObject metadataValue = JsonObject.EMPTY;
    private Slot cellsArray = Slot.ABSENT;
    private @Nullable ShapeException cellsProblem;

    /// @param start where the JSON begins, after a BOM
    /// @param isAscii whether all bytes are ASCII
    DocumentParser(byte[] bytes, int start, boolean isAscii) {
        this.file = new FileSpans.Bytes(bytes);
        this.start = start;
        this.isAscii = isAscii;
        this.cursor = new JsonCursor(bytes, start, bytes.length);
    }

    ReadOutcome parse() throws JsonSyntaxException {
        if (cursor.peek() != '{') {
            new JsonCursor(file.array(), start, file.array().length).value();
            throw new ShapeException(ReadProblem.of(Kind.NOT_A_NOTEBOOK));
        }
        readMembers();
        cursor.finish();
        if (cursor.duplicateOffset() >= 0) {
            return withDuplicates(cursor.duplicateOffset());
        }
        if (!hasVersion) {
            throw new ShapeException(ReadProblem.of(Kind.NOT_A_NOTEBOOK));
        }
        if (major == 2 || major == 3) {
            return upgraded();
        }
        if (major != 4) {
            throw new ShapeException(
                    new ReadProblem(Kind.UNSUPPORTED_VERSION, -1, Integer.toString(major)));
        }
        if (!cellsArray.isPresent()) {
            throw new ShapeException(ReadProblem.of(Kind.NOT_A_NOTEBOOK));
        }
        return readable();
    }

    /// Reads the file as it would be saved under another name, each name once in its object, so
    /// that what is shown and what is edited is what is written.
    private ReadOutcome withDuplicates(int offset) throws JsonSyntaxException {
        var name = new JsonCursor(file.array(), offset, file.array().length).name();
        int end =
                name.offsetByCodePoints(
                        0, Math.min(MOST_OF_A_NAME, name.codePointCount(0, name.length())));
        var shown = end < name.length() ? name.substring(0, end) + "…" : name;
        var problem = new ReadProblem(Kind.DUPLICATE_NAME, offset, shown);
        return switch (new NotebookReader().read(LastOfEachName.of(file.array(), start))) {
            case Editable(var notebook, _) -> new ReadOnly(notebook, problem);
            case Legacy(var notebook, _) -> new ReadOnly(notebook, problem);
            case ReadOnly(var notebook, _) -> new ReadOnly(notebook, problem);
            case Refused(var other) ->
                    new Refused(new ReadProblem(other.kind(), -1, other.detail()));
        };
    }

    /// Upgrades a notebook of nbformat 2 or 3: the new form is written as nbformat writes it and
    /// read again, so that what nobody knows is kept there like in any other file.
    private ReadOutcome upgraded() throws JsonSyntaxException {
        var old = new JsonCursor(file.array(), start, file.array().length).value().object();
        var upgrade = new LegacyUpgrade(major, () -> CellId.random().value());
        var json = StyledJson.of(upgrade.upgraded(old), FileLayout.NBFORMAT, 0) + "\n";
        return switch (new NotebookReader().read(json.getBytes(StandardCharsets.UTF_8))) {
            case Editable(var notebook, _) -> new Legacy(notebook, major);
            case ReadOnly(var notebook, _) -> new Legacy(notebook, major);
            case Legacy legacy -> legacy;
            case Refused refused -> refused;
        };
    }

    private void readMembers() throws JsonSyntaxException {
        var names = new HashSet<String>();
        cursor.enter('{');
        for (boolean first = true; cursor.next('}', first); first = false) {
            int at = cursor.position();
            var name = cursor.name();
            if (!names.add(name)) {
                cursor.noteDuplicate(at);
            }
            cursor.peek();
            int from = cursor.position();
            switch (name) {
                case "nbformat" -> {
                    major = versionNumber(name);
                    hasVersion = true;
                }
                case "nbformat_minor" -> {
                    minor = versionNumber(name);
                    minorSlot = new Slot(from, cursor.position());
                }
                case "metadata" -> {
                    var value = cursor.value();
                    metadataValue = value.object();
                    hasWrongMetadata = !value.isObject();
                    metadata = new Slot(from, cursor.position());
                }
                case "cells" -> {
                    readCells();
                    cellsArray = new Slot(from, cursor.position());
                }
                default -> cursor.value();
            }
        }
    }

    /// Reads the cells where they stand. A wrong shape is reported only when the version, which
    /// may come later, is one whose shape is known.
    private void readCells() throws JsonSyntaxException {
        int from = cursor.position();
        int depth = cursor.depth();
        cells.clear();
        slots.clear();
        try {
            if (cursor.peek() != '[') {
                throw ShapeException.wrongType(from, "cells");
            }
            var parser = new CellParser(file, cursor, quirks, hints);
            cursor.enter('[');
            for (boolean first = true; cursor.next(']', first); first = false) {
                if (cells.size() >= NotebookReader.MAX_CELLS) {
                    throw new ShapeException(new ReadProblem(Kind.TOO_LARGE, -1, "cells"));
                }
                cells.add(parser.parse(cells.size()));
                slots.add(parser.lastSlot());
            }
        } catch (ShapeException e) {
            cellsProblem = e;
            cursor.restartValueAt(from, depth);
            cursor.value();
        }
    }

    private int versionNumber(String name) throws JsonSyntaxException {
        int at = cursor.position();
        var lexeme = cursor.value().toString();
        if (!lexeme.matches("[0-9]{1,9}")) {
            throw new ShapeException(new ReadProblem(Kind.WRONG_TYPE, at, name));
        }
        return Integer.parseInt(lexeme);
    }

    private ReadOutcome readable() {
        if (cellsProblem != null) {
            throw cellsProblem;
        }
        if (minor < 0) {
            minor = 0;
            quirks.add(new Quirk(Quirk.Kind.NO_MINOR_VERSION, -1));
        }
        var version = new NbformatVersion(major, minor);
        if (version.compareTo(NEWEST) > 0) {
            quirks.add(new Quirk(Quirk.Kind.NEWER_MINOR_VERSION, -1));
        }
        if (!version.hasCellIds()) {
            quirks.removeIf(quirk -> quirk.kind() == Quirk.Kind.NO_CELL_ID);
        }
        if (!metadata.isPresent()) {
            quirks.add(new Quirk(Quirk.Kind.NO_METADATA, -1));
        }
        if (hasWrongMetadata) {
            quirks.add(new Quirk(Quirk.Kind.WRONG_TYPE, -1));
        }
        var layout = new LayoutDetector(file.array(), isAscii, hints).detect();
        var said = new FileSpans.Version(version, minorSlot);
        var origin = new FileSpans(file, cellsArray, metadata, metadataValue, slots, said, layout);
        return new Editable(new Notebook(version, metadataValue, cells, origin), quirks);
    }
}
