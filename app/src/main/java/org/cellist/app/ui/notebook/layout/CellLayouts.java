package org.cellist.app.ui.notebook.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.app.environment.CodeFormatter.Outcome;
import org.cellist.app.ui.editor.highlight.PythonSource;
import org.jspecify.annotations.Nullable;

/// Lays the code of many cells out by few starts of a program: all are given to it at once, and by
/// halves when it refuses them, until those are found that are no Python.
///
/// Confined to one thread; used once.
final class CellLayouts {

    private static final String BETWEEN = "between_";

    private final Program program;
    private final List<Laid> laid = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private @Nullable Outcome end;

    CellLayouts(Program program) {
        this.program = program;
    }

    /// What lays code out. Blocks.
    interface Program {
        Outcome format(String code) throws InterruptedException;
    }

    /// A cell and its source as it should be. Immutable.
    record Laid(CellCode cell, String source) {}

    /// A cell that stays as it is.
    ///
    /// @param line of the cell, counted from 1
    record Refused(CellCode cell, int line, String why) {}

    /// A cell with its code apart from what only IPython reads.
    private record Piece(CellCode cell, PythonSource source) {

        /// Returns whether what it says to the program could go on in the next cell.
        boolean isAlone() {
            return source.code().contains("fmt:") || source.code().contains("yapf:");
        }
    }

    /// Lays all of them out, but for those that are no Python cells.
    ///
    /// @return how the program ended for all of them; empty when each has its result
    Optional<Outcome> run(List<CellCode> cells) throws InterruptedException {
        var together = new ArrayList<Piece>();
        for (var cell : cells) {
            var source = cell.source();
            if (source.isBlank() || !PythonSource.isIn(source)) {
                continue;
            }
            var piece = new Piece(cell, PythonSource.of(source));
            if (piece.isAlone()) {
                run(List.of(piece), unused(cells));
            } else {
                together.add(piece);
            }
        }
        run(together, unused(cells));
        return Optional.ofNullable(end);
    }

    List<Laid> laid() {
        return laid;
    }

    List<Refused> refused() {
        return refused;
    }

    private static String unused(List<CellCode> cells) {
        var name = BETWEEN;
        while (anyContains(cells, name)) {
            name += "_";
        }
        return name;
    }

    private static boolean anyContains(List<CellCode> cells, String name) {
        return cells.stream().anyMatch(cell -> cell.source().contains(name));
    }

    private void run(List<Piece> pieces, String between) throws InterruptedException {
        if (pieces.isEmpty() || end != null) {
            return;
        }
        var outcome = program.format(joined(pieces, between));
        boolean isOne = pieces.size() == 1;
        boolean isTaken =
                outcome instanceof Outcome.Formatted(var code) && take(pieces, code, between);
        if (isTaken) {
            return;
        }
        if (outcome instanceof Outcome.Missing || outcome instanceof Outcome.Failed) {
            end = outcome;
        } else if (!isOne) {
            int half = pieces.size() / 2;
            run(pieces.subList(0, half), between);
            run(pieces.subList(half, pieces.size()), between);
        } else if (outcome instanceof Outcome.Refused(var line, var why)) {
            var piece = pieces.getFirst();
            int ofCode = Math.max(1, line - 1);
            refused.add(new Refused(piece.cell(), piece.source().line(ofCode), why));
        }
    }

    /// A statement before each cell keeps it from going on what the cell before began, and its
    /// first text from being taken for the documentation of a module.
    private static String joined(List<Piece> pieces, String between) {
        var joined = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            joined.append(between).append(i).append("_\n");
            joined.append(pieces.get(i).source().code().stripTrailing()).append('\n');
        }
        return joined.toString();
    }

    /// Takes the cells out of what the program made of all of them; false when it cannot be told
    /// where each begins.
    private boolean take(List<Piece> pieces, String code, String between) {
        var taken = new ArrayList<Laid>();
        int from = code.indexOf(between + "0_\n");
        for (int i = 0; i < pieces.size(); i++) {
            if (from < 0) {
                return false;
            }
            int start = from + (between + i + "_\n").length();
            boolean isLast = i == pieces.size() - 1;
            from = isLast ? code.length() : code.indexOf(between + (i + 1) + "_\n", start);
            if (from < 0) {
                return false;
            }
            var piece = pieces.get(i);
            var source = piece.source().with(code.substring(start, from).strip());
            if (source == null) {
                return false;
            }
            taken.add(new Laid(piece.cell(), source));
        }
        laid.addAll(taken);
        return true;
    }
}
