package org.cellist.app.ui.notebook;

import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.page.PageSelection;
import org.jspecify.annotations.Nullable;

/// The selected cells: all between the one where the selection began and the lead. Immutable.
///
/// @param anchor where it began, a position; -1 in an empty notebook
/// @param lead the position of the cell that keys go to; -1 in an empty notebook
record CellSelection(int anchor, int lead) {

    static final CellSelection NONE = new CellSelection(-1, -1);

    static CellSelection only(int index) {
        return new CellSelection(index, index);
    }

    /// Returns the selection up to another cell.
    CellSelection extendedTo(int index) {
        return anchor < 0 ? only(index) : new CellSelection(anchor, index);
    }

    int first() {
        return Math.min(anchor, lead);
    }

    int last() {
        return Math.max(anchor, lead);
    }

    boolean contains(int index) {
        return index >= 0 && index >= first() && index <= last();
    }

    List<CellId> of(List<CellId> cells) {
        return lead < 0 ? List.of() : cells.subList(first(), last() + 1);
    }

    @Nullable CellId lead(List<CellId> cells) {
        return lead < 0 ? null : cells.get(lead);
    }

    /// Returns the selection of the same cells in another list, or of what stands in their place.
    CellSelection carriedOver(List<CellId> before, List<CellId> now) {
        if (now.isEmpty()) {
            return NONE;
        }
        if (lead < 0) {
            return only(0);
        }
        int newLead = now.indexOf(before.get(lead));
        int newAnchor = now.indexOf(before.get(anchor));
        if (newLead < 0) {
            return only(Math.min(first(), now.size() - 1));
        }
        return newAnchor < 0 ? only(newLead) : new CellSelection(newAnchor, newLead);
    }

    PageSelection told(List<CellId> cells) {
        int count = lead < 0 ? 0 : last() - first() + 1;
        return new PageSelection(lead(cells), lead, count, cells.size());
    }
}
