package org.cellist.app.notebook.store;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.model.NotebookChange.NotebookReplaced;
import org.cellist.app.notebook.model.NotebookChange.SourceChanged;
import org.cellist.app.notebook.model.TextChange;

/// Places in the sources of a notebook that stay with the text around them, whoever edits it.
///
/// A place goes with its cell, and comes back when that does. It is followed for as long as
/// somebody holds it.
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

        private final CellId cell;
        private int offset;

        private Kept(CellId cell, int offset) {
            this.cell = cell;
            this.offset = offset;
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
        switch (change) {
            case SourceChanged edit -> {
                for (var place : there()) {
                    if (place.cell.equals(edit.cell())) {
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
