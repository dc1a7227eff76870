package org.cellist.app.ui.notebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.outline.CollapsedSections;
import org.cellist.app.notebook.outline.Sections;

/// Which cells a page shows: all but those of collapsed sections.
///
/// What the notebook says holds, but for sections that had to be opened because something in them
/// was asked for: those stay open on this page, and the file is not changed for it. As long as
/// nothing is collapsed, headings are not looked for.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class PageSections {

    private final Set<CellId> openedHere = new HashSet<>();
    private IdentityHashMap<Cell, Integer> levels = new IdentityHashMap<>();
    private Set<CellId> collapsed = Set.of();
    private Set<CellId> hidden = Set.of();
    private List<CellId> visible = List.of();
    private Notebook notebook;

    PageSections(Notebook notebook) {
        this.notebook = notebook;
        refresh(notebook);
    }

    /// Takes over another version of the notebook.
    void refresh(Notebook now) {
        notebook = now;
        var said = CollapsedSections.in(now);
        openedHere.retainAll(said);
        collapsed = new HashSet<>(said);
        collapsed.removeAll(openedHere);
        hidden = collapsed.isEmpty() ? Set.of() : findHidden();
        visible = now.cells().stream().map(Cell::id).filter(id -> !hidden.contains(id)).toList();
    }

    private Set<CellId> findHidden() {
        var cells = notebook.cells();
        var sections = sections();
        var found = new HashSet<CellId>();
        for (int i = 0; i < cells.size(); i++) {
            if (collapsed.contains(cells.get(i).id()) && sections.isHeading(i)) {
                for (int below = i + 1; below < sections.end(i); below++) {
                    found.add(cells.get(below).id());
                }
            }
        }
        return found;
    }

    /// Headings are looked for once in each version of a cell.
    Sections sections() {
        var known = levels;
        var now = new IdentityHashMap<Cell, Integer>();
        var made =
                new Sections(
                        notebook.cells(),
                        cell -> {
                            var before = known.get(cell);
                            int level = before == null ? Sections.level(cell) : before;
                            now.put(cell, level);
                            return level;
                        });
        levels = now;
        return made;
    }

    /// Returns the cells that are shown, in order.
    List<CellId> visible() {
        return visible;
    }

    boolean isHidden(CellId cell) {
        return hidden.contains(cell);
    }

    /// Returns the cells of the section that a cell begins and that is collapsed; 0 otherwise.
    int hiddenBelow(int index) {
        var cells = notebook.cells();
        if (hidden.isEmpty() || !collapsed.contains(cells.get(index).id())) {
            return 0;
        }
        int below = index + 1;
        while (below < cells.size() && hidden.contains(cells.get(below).id())) {
            below++;
        }
        return below - index - 1;
    }

    /// Returns the cells at those positions, each with what it hides.
    ///
    /// @param positions ascending
    List<CellId> withHidden(List<Integer> positions) {
        var found = new ArrayList<CellId>();
        int end = 0;
        for (int position : positions) {
            int next = position + 1 + hiddenBelow(position);
            for (int i = Math.max(position, end); i < next; i++) {
                found.add(notebook.cells().get(i).id());
            }
            end = Math.max(end, next);
        }
        return found;
    }

    boolean isCollapsed(CellId heading) {
        return collapsed.contains(heading);
    }

    /// Opens what hides a cell, on this page alone.
    ///
    /// @return whether anything was opened
    boolean open(CellId cell) {
        if (!hidden.contains(cell)) {
            return false;
        }
        var sections = sections();
        int index = notebook.indexOf(cell);
        int heading = sections.headingOf(index);
        if (heading == index) {
            heading = sections.parentOf(index);
        }
        while (heading >= 0) {
            openedHere.add(notebook.cells().get(heading).id());
            heading = sections.parentOf(heading);
        }
        refresh(notebook);
        return true;
    }

    /// A person opens or closes a section: what was opened on this page alone is forgotten.
    void forgetOpened(CellId heading) {
        openedHere.remove(heading);
    }

    /// Returns the headings, in order.
    List<CellId> headings() {
        var sections = sections();
        var found = new ArrayList<CellId>();
        for (int i = 0; i < notebook.cells().size(); i++) {
            if (sections.isHeading(i)) {
                found.add(notebook.cells().get(i).id());
            }
        }
        return found;
    }
}
