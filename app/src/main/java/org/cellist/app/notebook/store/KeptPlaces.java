package org.cellist.app.notebook.store;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookChange.NotebookReplaced;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.TextChange;

/// Places in the sources of a notebook that stay with the text around them, whoever edits it.
///
/// A place goes with its cell, and comes back when that does; it goes to another cell with the
/// text, when one is made of several or several of one. It is followed for as long as somebody
/// holds it.
///
/// Confined to the notebook's owner.
public final class KeptPlaces {

    private final NotebookStore store;
    private final List<WeakReference<Kept>> places = new ArrayList<>();
    private Notebook known; // as it was before the next change

    public KeptPlaces(NotebookStore store) {
        this.store = store;
        this.known = store.notebook();
        store.follow(this::changed);
    }

    /// Keeps a place.
    ///
    /// @param offset in UTF-16 units of the cell's source
    public Kept keep(CellId cell, int offset) {
        places.removeIf(place -> place.refersTo(null));
        var kept = new Kept(cell, offset);
        places.add(new WeakReference<>(kept));
        return kept;
    }

    /// A place that is followed.
    public final class Kept {

        private CellId cell;
        private int offset;
        private long movedBy = -1; // the version whose step took it to another cell

        private Kept(CellId cell, int offset) {
            this.cell = cell;
            this.offset = offset;
        }

        /// Returns the cell that it is in, or was last.
        public CellId cell() {
            return cell;
        }

        /// Returns where it is now, in UTF-16 units of the cell's source; empty while the cell is
        /// not in the notebook.
        public OptionalInt offset() {
            return store.notebook().cell(cell).isPresent()
                    ? OptionalInt.of(offset)
                    : OptionalInt.empty();
        }
    }

    private void changed(NotebookChange change) {
        var before = known;
        known = store.notebook();
        if (known.cells().size() != before.cells().size()) { // the whole step is done by now
            var earlier = before.cells().stream().collect(Collectors.toMap(Cell::id, Cell::source));
            there().forEach(place -> changeCell(place, earlier));
        }
        switch (change) {
            case SourceChanged edit -> {
                for (var place : there()) {
                    if (place.cell.equals(edit.cell()) && place.movedBy != store.version()) {
                        place.offset = edit.after(place.offset);
                    }
                }
            }
            case NotebookReplaced _ -> there().forEach(place -> replaced(place, before));
            case NotebookChange.CellsInserted _,
                    NotebookChange.CellsRemoved _,
                    NotebookChange.CellsMoved _,
                    NotebookChange.CellTypeChanged _,
                    NotebookChange.CellMetadataChanged _,
                    NotebookChange.NotebookMetadataChanged _,
                    NotebookChange.OutputsChanged _ -> {}
        }
    }

    /// Follows text that a step has taken to another cell, of which the place's is a part now, or
    /// which is a part of the place's.
    ///
    /// @param earlier the sources before the step
    private void changeCell(Kept place, Map<CellId, String> earlier) {
        var was = earlier.getOrDefault(place.cell, "");
        var now = known.cell(place.cell).map(Cell::source);
        if (was.isBlank() || (now.isPresent() && isStillIn(now.get(), was, place.offset))) {
            return;
        }
        for (var cell : known.cells()) {
            var source = cell.source();
            var offset = OptionalInt.empty();
            if (now.isEmpty() && !source.equals(earlier.get(cell.id()))) {
                offset = inWhole(source, was, place.offset);
            } else if (now.isPresent() && !earlier.containsKey(cell.id())) {
                offset = inPart(source, was, place.offset);
            }
            if (offset.isPresent()) {
                place.cell = cell.id();
                place.offset = offset.getAsInt();
                place.movedBy = store.version();
                return;
            }
        }
    }

    /// Returns whether a place of a source that was cut stays in the part that kept its cell.
    private static boolean isStillIn(String part, String source, int offset) {
        return part.equals(source)
                || (source.startsWith(part) && offset <= part.length())
                || (source.endsWith(part) && offset >= source.length() - part.length());
    }

    /// Returns where a place of a source is in one that has all of it.
    private static OptionalInt inWhole(String whole, String source, int offset) {
        int at = whole.indexOf(source);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(offset < 0 ? offset : at + offset);
    }

    /// Returns where a place of a source is in a part of it.
    private static OptionalInt inPart(String part, String source, int offset) {
        int at = part.isBlank() ? -1 : source.indexOf(part);
        while (at >= 0 && at + part.length() < offset) {
            at = source.indexOf(part, at + 1);
        }
        return at < 0 || at > offset ? OptionalInt.empty() : OptionalInt.of(offset - at);
    }

    private List<Kept> there() {
        return places.stream().map(WeakReference::get).filter(Objects::nonNull).toList();
    }

    /// Nobody said what differs: one range is taken to.
    private void replaced(Kept place, Notebook before) {
        var was = before.cell(place.cell).map(Cell::source);
        var is = known.cell(place.cell).map(Cell::source);
        if (was.isPresent() && is.isPresent()) {
            var change = TextChange.between(was.get(), is.get());
            int removed = change.oldEnd() - change.start();
            var edit =
                    new SourceChanged(place.cell, change.start(), removed, change.inserted(), null);
            place.offset = edit.after(place.offset);
        }
    }
}
