package org.cellist.app.ui.workbench.contents;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.workbench.contents.ContentsViewModel.Entry;

/// The headings over a place of a notebook, from the outermost section to the innermost. Immutable.
record HeadingPath(List<Step> steps) {

    HeadingPath {
        steps = List.copyOf(steps);
    }

    /// A heading to go to. Immutable.
    record Place(String text, CellId cell) {

        private static Place of(Entry entry) {
            return new Place(entry.text(), entry.cell());
        }
    }

    /// One section on the path. Immutable.
    ///
    /// @param siblings the sections of the same one around it, in order, itself among them
    record Step(Place heading, List<Place> siblings) {
        Step {
            siblings = List.copyOf(siblings);
        }
    }

    /// Returns the path to a heading.
    ///
    /// @param entries all headings in the order of the notebook
    /// @param current index of the innermost one; the path is empty for an index of none
    static HeadingPath of(List<Entry> entries, int current) {
        var steps = new ArrayList<Step>();
        int at = current < entries.size() ? current : -1;
        while (at >= 0) {
            int parent = parent(entries, at);
            steps.addFirst(new Step(Place.of(entries.get(at)), children(entries, parent)));
            at = parent;
        }
        return new HeadingPath(steps);
    }

    private static int parent(List<Entry> entries, int index) {
        int parent = index - 1;
        while (parent >= 0 && entries.get(parent).level() >= entries.get(index).level()) {
            parent--;
        }
        return parent;
    }

    /// Returns the sections directly inside another one; those inside none for -1.
    ///
    /// A heading is directly inside when no higher one stands between it and the section's own.
    private static List<Place> children(List<Entry> entries, int parent) {
        int above = parent < 0 ? 0 : entries.get(parent).level();
        var found = new ArrayList<Place>();
        int highest = Integer.MAX_VALUE;
        for (int i = parent + 1; i < entries.size() && entries.get(i).level() > above; i++) {
            highest = Math.min(highest, entries.get(i).level());
            if (entries.get(i).level() == highest) {
                found.add(Place.of(entries.get(i)));
            }
        }
        return found;
    }
}
