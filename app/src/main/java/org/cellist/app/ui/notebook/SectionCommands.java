package org.cellist.app.ui.notebook;

import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.NotebookEdit.MoveCells;
import org.cellist.app.notebook.outline.CollapsedSections;
import org.cellist.app.notebook.store.NotebookStore;

/// What a person can do with the section that the selected cell is in.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class SectionCommands {

    private final NotebookViewModel model;
    private final NotebookStore store;

    SectionCommands(NotebookViewModel model, NotebookStore store) {
        this.model = model;
        this.store = store;
    }

    /// Collapses the section of a heading, or shows it again.
    void toggle(CellId heading) {
        set(heading, !model.sections().isCollapsed(heading));
    }

    /// Collapses the section that the selected cell is in, or shows it again.
    void toggle() {
        int heading = heading();
        if (heading >= 0) {
            toggle(model.cells().get(heading));
        }
    }

    /// Collapses the section that the selected cell is in; if it is collapsed, the one around it.
    void collapse() {
        int heading = heading();
        if (heading >= 0 && model.sections().isCollapsed(model.cells().get(heading))) {
            heading = model.sections().sections().parentOf(heading);
        }
        if (heading >= 0) {
            set(model.cells().get(heading), true);
        }
    }

    /// Shows the cells of the selected heading again.
    void expand() {
        var lead = model.lead();
        if (lead != null && model.sections().isCollapsed(lead)) {
            set(lead, false);
        }
    }

    void collapseAll() {
        model.sections().headings().forEach(heading -> set(heading, true));
    }

    void expandAll() {
        model.sections().headings().forEach(heading -> set(heading, false));
    }

    private void set(CellId heading, boolean collapsed) {
        model.sections().forgetOpened(heading);
        CollapsedSections.set(store.notebook(), heading, collapsed).forEach(store::apply);
        model.showSections();
    }

    /// Runs the cells of the section that the selected cell is in.
    void run() {
        int heading = heading();
        if (heading >= 0) {
            int end = model.sections().sections().end(heading);
            model.commands().run(model.cells().subList(heading, end));
        }
    }

    /// Moves the section that the selected cell is in before or behind the next one of its level.
    void move(int places) {
        int heading = heading();
        if (heading >= 0) {
            move(heading, places);
        }
    }

    /// Does the same with the section of a heading.
    ///
    /// @param places 1 for down, -1 for up
    void move(int heading, int places) {
        if (places > 0) {
            moveDown(heading);
        } else {
            moveUp(heading);
        }
    }

    private void moveDown(int heading) {
        var sections = model.sections().sections();
        int end = sections.end(heading);
        if (end < model.cells().size() && sections.isSibling(heading, end)) {
            move(heading, end, heading + sections.end(end) - end);
        }
    }

    private void moveUp(int heading) {
        var sections = model.sections().sections();
        int before = heading - 1;
        while (before >= 0 && !sections.isSibling(heading, before)) {
            if (sections.isAbove(before, heading)) {
                return;
            }
            before--;
        }
        if (before >= 0) {
            move(heading, sections.end(heading), before);
        }
    }

    private void move(int first, int end, int to) {
        List<CellId> moved = List.copyOf(model.cells().subList(first, end));
        store.apply(new MoveCells(moved, to));
        model.commands().reveal(moved.getFirst());
    }

    private int heading() {
        int lead = model.selection().lead();
        return lead < 0 ? -1 : model.sections().sections().headingOf(lead);
    }
}
