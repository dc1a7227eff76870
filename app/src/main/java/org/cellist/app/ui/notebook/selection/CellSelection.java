package org.cellist.app.ui.notebook.selection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.page.PageSelection;
import org.jspecify.annotations.Nullable;

/// The selected cells: a range, and others that were picked one by one. Immutable.
///
/// In a notebook that has cells at least one is selected. The lead is where keys go; a person who
/// picks cells by keys walks over others, so it need not be selected itself.
///
/// @param apart positions that are selected whether the range has them or not
/// @param anchor where the range to the lead began, a position; -1 when there is no range
/// @param lead the position of the cell that keys go to; -1 in an empty notebook
public record CellSelection(SortedSet<Integer> apart, int anchor, int lead) {

    private static final SortedSet<Integer> NOTHING =
            Collections.unmodifiableSortedSet(new TreeSet<>());

    /// Nothing, in an empty notebook.
    public static final CellSelection NONE = new CellSelection(NOTHING, -1, -1);

    public CellSelection {
        apart = Collections.unmodifiableSortedSet(new TreeSet<>(apart));
    }

    public static CellSelection only(int index) {
        return range(index, index);
    }

    /// Returns all cells between two positions.
    public static CellSelection range(int anchor, int lead) {
        return new CellSelection(NOTHING, anchor, lead);
    }

    /// Returns the cells at those positions, as a range where they are one.
    ///
    /// @param lead the position of one of them
    public static CellSelection at(Collection<Integer> positions, int lead) {
        var all = new TreeSet<>(positions);
        boolean isRange = !all.isEmpty() && all.last() - all.first() + 1 == all.size();
        if (isRange && lead == all.last()) {
            return range(all.first(), lead);
        }
        return isRange && lead == all.first()
                ? range(all.last(), lead)
                : new CellSelection(all, all.contains(lead) ? lead : -1, lead);
    }

    // ---- other selections

    /// Returns the selection with all cells from where the last one was picked up to that one.
    public CellSelection extendedTo(int index) {
        if (lead < 0) {
            return only(index);
        }
        return new CellSelection(apart, anchor < 0 ? lead : anchor, index);
    }

    /// Returns the selection with a cell that it did not have, or without one that it had; the
    /// last one stays.
    public CellSelection toggled(int index) {
        var rest = new TreeSet<>(positions());
        if (!rest.remove(index)) {
            return lead < 0 ? only(index) : new CellSelection(rest, index, index);
        }
        return rest.isEmpty() ? only(index) : new CellSelection(rest, -1, index);
    }

    /// Returns the same cells with another lead.
    public CellSelection ledBy(int index) {
        return lead < 0 ? this : new CellSelection(new TreeSet<>(positions()), -1, index);
    }

    /// Returns the cells that pass; the lead alone when none of them does.
    public CellSelection keeping(IntPredicate isKept) {
        var kept = positions().stream().filter(isKept::test).toList();
        if (lead < 0 || kept.size() == count()) {
            return this;
        }
        return kept.isEmpty() ? only(lead) : at(kept, lead);
    }

    /// Returns the selection of the same cells in another list, or of what stands in their place.
    public CellSelection carriedOver(List<CellId> before, List<CellId> now) {
        if (now.isEmpty()) {
            return NONE;
        }
        if (lead < 0) {
            return only(0);
        }
        int newLead = now.indexOf(before.get(lead));
        if (newLead < 0) {
            return only(Math.min(first(), now.size() - 1));
        }
        if (isOne()) {
            return only(newLead);
        }
        var kept = new HashSet<>(of(before));
        var positions = IntStream.range(0, now.size()).filter(i -> kept.contains(now.get(i)));
        var found = positions.boxed().toList();
        return found.isEmpty() ? only(newLead) : at(found, newLead);
    }

    // ---- what is selected

    private boolean isOne() {
        return apart.isEmpty() && anchor == lead;
    }

    private int rangeStart() {
        return Math.min(anchor, lead);
    }

    private int rangeEnd() {
        return Math.max(anchor, lead);
    }

    /// The first selected position; -1 for none.
    public int first() {
        if (apart.isEmpty()) {
            return rangeStart();
        }
        return anchor < 0 ? apart.first() : Math.min(apart.first(), rangeStart());
    }

    /// The last selected position; -1 for none.
    public int last() {
        if (apart.isEmpty()) {
            return rangeEnd();
        }
        return anchor < 0 ? apart.last() : Math.max(apart.last(), rangeEnd());
    }

    public boolean contains(int index) {
        boolean isInRange = anchor >= 0 && index >= rangeStart() && index <= rangeEnd();
        return index >= 0 && (isInRange || apart.contains(index));
    }

    /// Returns the selected positions, ascending.
    public List<Integer> positions() {
        var all = new TreeSet<>(apart);
        if (anchor >= 0) {
            IntStream.rangeClosed(rangeStart(), rangeEnd()).forEach(all::add);
        }
        return List.copyOf(all);
    }

    /// Returns the selected positions in groups of neighbours, ascending.
    public List<List<Integer>> groups() {
        var groups = new ArrayList<List<Integer>>();
        for (int position : positions()) {
            if (groups.isEmpty() || groups.getLast().getLast() != position - 1) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(position);
        }
        return groups;
    }

    public int count() {
        return apart.isEmpty()
                ? (anchor < 0 ? 0 : rangeEnd() - rangeStart() + 1)
                : positions().size();
    }

    /// Returns the selected ones of all cells, in their order.
    public List<CellId> of(List<CellId> cells) {
        if (apart.isEmpty()) {
            return anchor < 0 ? List.of() : cells.subList(rangeStart(), rangeEnd() + 1);
        }
        return positions().stream().map(cells::get).toList();
    }

    public @Nullable CellId lead(List<CellId> cells) {
        return lead < 0 ? null : cells.get(lead);
    }

    /// Returns what the window is told.
    public PageSelection told(List<CellId> cells) {
        return new PageSelection(lead(cells), lead, count(), cells.size());
    }
}
