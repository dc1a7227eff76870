package org.cellist.app.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.model.CellId;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/// All code cells of a notebook as one program, and where each stands in it.
///
/// The first line makes the names known that IPython gives to every notebook. Then each cell has
/// its text, made by [ProgramText], and a line end. A script is its text alone. Places are UTF-16
/// units; a line ends at `\n`, `\r\n` or `\r`, as the Language Server Protocol says.
///
/// Immutable.
final class VirtualDocument {

    /// What IPython defines. It is used as well, since a name that nobody uses is a problem when
    /// a cell imports it once more.
    private static final String PRELUDE =
            "from IPython.display import display; from IPython import get_ipython;"
                    + " In = []; Out = {}; _ = __ = ___ = _i = _ii = _iii = eval('');"
                    + " (display, get_ipython, In, Out, exit, quit)\n";

    private final Program.Kind kind;
    private final String file;
    private final String text;
    private final List<Part> parts;
    private final int[] lineStarts;

    private VirtualDocument(Program of, String text, List<Part> parts) {
        this.kind = of.kind();
        this.file = of.file();
        this.text = text;
        this.parts = List.copyOf(parts);
        this.lineStarts = lineStarts(text);
    }

    /// A cell in the program.
    ///
    /// @param source as the notebook has it
    /// @param program the same for the server
    /// @param start where it begins in the program
    private record Part(CellId cell, String source, String program, int start) {

        int end() {
            return start + source.length();
        }
    }

    /// A range of a cell's source, from `start` to before `end`, in UTF-16 units. Immutable.
    record Place(CellId cell, int start, int end) {}

    /// Returns how a server sees a program.
    ///
    /// @param before an earlier one, whose work is used where a cell has not changed
    static VirtualDocument of(Program program, @Nullable VirtualDocument before) {
        var known = new HashMap<String, String>();
        if (before != null) {
            before.parts.forEach(part -> known.put(part.source, part.program));
        }
        boolean isInteractive = program.kind().isInteractive();
        var text = new StringBuilder(isInteractive ? PRELUDE : "");
        var parts = new ArrayList<Part>();
        for (var cell : program.notebook().cells()) {
            if (program.kind().hasCode(cell)) {
                var readable =
                        known.computeIfAbsent(
                                cell.source(),
                                isInteractive ? ProgramText::ofCell : ProgramText::ofScript);
                parts.add(new Part(cell.id(), cell.source(), readable, text.length()));
                text.append(readable).append(isInteractive ? "\n" : "");
            }
        }
        return new VirtualDocument(program, text.toString(), parts);
    }

    private static int[] lineStarts(String text) {
        var starts = new int[text.length() + 1];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isPair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if ((c == '\n' || c == '\r') && !isPair) {
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    Program.Kind kind() {
        return kind;
    }

    /// Returns the name of the file that a server takes it for.
    String file() {
        return file;
    }

    String text() {
        return text;
    }

    /// Returns the source that a cell had; empty for a cell that is not part of the program.
    Optional<String> source(CellId cell) {
        return part(cell).map(Part::source);
    }

    private Optional<Part> part(CellId cell) {
        return parts.stream().filter(part -> part.cell.equals(cell)).findFirst();
    }

    // ---- from the notebook to the program

    /// Returns where a place of a cell is in the program.
    Optional<Integer> offset(CellId cell, int place) {
        return part(cell).map(part -> part.start + Math.clamp(place, 0, part.source.length()));
    }

    Position position(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new Position(line, offset - lineStarts[line]);
    }

    // ---- from the program to the notebook

    /// Returns the unit at a position; what lies beyond a line or the text is its end.
    int offset(Position position) {
        int line = position.getLine();
        if (line < 0) {
            return 0;
        }
        if (line >= lineStarts.length) {
            return text.length();
        }
        int start = lineStarts[line];
        return start + Math.clamp(position.getCharacter(), 0, lineLength(start, line));
    }

    /// Without its line end.
    private int lineLength(int start, int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end - start;
    }

    /// Returns the part of a range that lies in the cell where it begins; empty when it begins in
    /// none. What begins behind a cell's text, where that is found to be unfinished, is its end.
    Optional<Place> place(Range range) {
        return place(offset(range.getStart()), offset(range.getEnd()));
    }

    Optional<Place> place(int start, int end) {
        return partAt(start)
                .map(
                        part -> {
                            int from = start - part.start;
                            int to = Math.min(end, part.end()) - part.start;
                            return new Place(part.cell, from, Math.max(from, to));
                        });
    }

    private Optional<Part> partAt(int offset) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (parts.get(middle).end() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < parts.size() && parts.get(low).start <= offset
                ? Optional.of(parts.get(low))
                : Optional.empty();
    }
}
