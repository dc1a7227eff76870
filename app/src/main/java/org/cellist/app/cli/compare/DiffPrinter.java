package org.cellist.app.cli.compare;

import java.io.PrintWriter;
import org.cellist.app.cli.compare.Ink.Role;
import org.cellist.app.notebook.diff.CellDiff;
import org.cellist.app.notebook.diff.CellDiff.Added;
import org.cellist.app.notebook.diff.CellDiff.Changed;
import org.cellist.app.notebook.diff.CellDiff.Moved;
import org.cellist.app.notebook.diff.CellDiff.Removed;
import org.cellist.app.notebook.diff.CellDiff.Same;
import org.cellist.app.notebook.diff.NotebookDiff;
import org.cellist.app.notebook.diff.TextLine.Kind;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.NbformatVersion;
import org.cellist.app.text.Texts;
import org.jspecify.annotations.Nullable;

/// Prints what differs between two notebooks, for a person at a terminal.
///
/// Confined to the calling thread.
public final class DiffPrinter {

    private final Texts texts = Texts.of("compare");
    private final PrintWriter out;
    private final LinePrinter lines;
    private final ChangesPrinter changes;

    /// @param isColoured whether colours and emphasised words help
    public DiffPrinter(PrintWriter out, boolean isColoured) {
        this.out = out;
        this.lines = new LinePrinter(out, new Ink(isColoured));
        this.changes = new ChangesPrinter(lines);
    }

    /// Prints the differences, if there are any.
    public void print(ComparedFiles files, NotebookDiff diff) {
        if (diff.isEmpty()) {
            return;
        }
        printNames(files);
        var version = diff.version();
        if (version != null || !diff.metadata().isEmpty()) {
            title(texts.get("notebook"));
            if (version != null) {
                var change = text(version.before()) + " -> " + text(version.after());
                lines.heading(Role.PLACE, texts.get("version", change));
            }
            changes.printMetadata(diff.metadata());
        }
        diff.cells().forEach(this::print);
        out.flush();
    }

    /// Says that two files which differ hold one notebook.
    public void printOnlyLayout(ComparedFiles files) {
        printNames(files);
        lines.heading(Role.PLACE, texts.get("layout"));
        out.flush();
    }

    private void printNames(ComparedFiles files) {
        lines.heading(Role.FILE, "--- " + Printable.line(files.nameBefore()));
        lines.heading(Role.FILE, "+++ " + Printable.line(files.nameAfter()));
    }

    private static String text(@Nullable NbformatVersion version) {
        return version == null ? "" : version.major() + "." + version.minor();
    }

    private void title(String text) {
        out.println();
        lines.heading(Role.TITLE, "== " + text + " ==");
    }

    private void print(CellDiff diff) {
        switch (diff) {
            case Same _ -> {}
            case Moved(var before, var after, var cell) -> {
                title(texts.get("cell.moved", places(before, after), type(cell)));
                cell.source().lines().limit(1).forEach(line -> lines.line(Kind.KEPT, line));
            }
            case Added(var after, var cell, var content) -> {
                title(texts.get("cell.added", number(after), type(cell)));
                changes.print(content);
            }
            case Removed(var before, var cell, var content) -> {
                title(texts.get("cell.removed", number(before), type(cell)));
                changes.print(content);
            }
            case Changed(var before, var after, var isMoved, var cell, var content) -> {
                var place = places(before, after);
                title(
                        isMoved
                                ? texts.get("cell.moved-changed", place, type(cell))
                                : texts.get("cell.changed", place, type(cell)));
                changes.print(content);
            }
        }
    }

    private static String places(int before, int after) {
        return before == after ? number(after) : number(before) + " -> " + number(after);
    }

    private static String number(int place) {
        return Integer.toString(place + 1);
    }

    private String type(Cell cell) {
        return new TypeWords(texts).of(cell.type());
    }
}
