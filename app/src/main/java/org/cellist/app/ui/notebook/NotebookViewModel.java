package org.cellist.app.ui.notebook;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.execution.ExecutionQueue;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookChange;
import org.cellist.app.notebook.store.NotebookStore;
import org.cellist.app.session.CellSession;
import org.cellist.app.ui.cell.CellViewModel;
import org.cellist.app.ui.cell.SectionState;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.notebook.part.OpenCells;
import org.cellist.app.ui.notebook.part.PartCommands;
import org.cellist.app.ui.notebook.selection.CellSelection;
import org.cellist.app.ui.page.PageSelection;
import org.jspecify.annotations.Nullable;

/// The cells of one notebook as its page shows them: which there are, which are selected, which
/// one is edited. Follows the document and the queue, and keeps a view model for each cell that
/// has a row.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class NotebookViewModel {

    private final NotebookStore store;
    private final ExecutionQueue queue;
    private final NotebookCommands commands;
    private final CopyCommands copyCommands;
    private final SectionCommands sectionCommands;
    private final SelectionCommands selectionCommands;
    private final PartCommands partCommands;
    private final Map<CellId, CellViewModel> shown = new HashMap<>();
    private final OpenCells open;
    private final ReadOnlyObjectWrapper<List<CellId>> visible =
            new ReadOnlyObjectWrapper<>(List.of());
    private List<CellId> cells;
    private final ReadOnlyObjectWrapper<PageSelection> told =
            new ReadOnlyObjectWrapper<>(PageSelection.NONE);
    private final ReadOnlyObjectWrapper<EditorLanguage> language;
    private final Runnable stopFollowing;
    private final RunFollower runs;
    private final PageSections sections;
    private CellSelection selection = CellSelection.NONE;
    private int lastAsked = -1; // a position
    private @Nullable CellId editing;
    private @Nullable NotebookScreen screen;

    NotebookViewModel(CellSession session, CellClipboard clipboard) {
        store = session.store();
        queue = session.queue();
        commands = new NotebookCommands(this, session);
        copyCommands = new CopyCommands(this, store, clipboard);
        sectionCommands = new SectionCommands(this, store);
        selectionCommands = new SelectionCommands(this);
        partCommands = new PartCommands(store, this::selectedWithHidden);
        open = new OpenCells(store);
        cells = store.notebook().ids();
        language = new ReadOnlyObjectWrapper<>(PageLanguage.of(store.notebook()));
        stopFollowing = store.follow(this::changed);
        sections = new PageSections(store.notebook());
        visible.set(sections.visible());
        runs = new RunFollower(this, queue);
        queue.addListener(runs);
        select(cells.isEmpty() ? CellSelection.NONE : CellSelection.only(0));
        if (session.file().path() == null && cells.size() == 1) {
            var only = cell(cells.getFirst());
            editing = only.source().isEmpty() ? only.id() : null; // there to be written in
        }
    }

    void setScreen(NotebookScreen view) {
        screen = view;
        if (asking() != null) {
            view.questionChanged();
        }
    }

    NotebookCommands commands() {
        return commands;
    }

    /// The cells that are shown, in order: all but those of collapsed sections.
    ReadOnlyObjectProperty<List<CellId>> visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    /// All cells in order. Positions are those of this list.
    List<CellId> cells() {
        return cells;
    }

    ReadOnlyObjectProperty<PageSelection> selectionProperty() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<EditorLanguage> languageProperty() {
        return language.getReadOnlyProperty();
    }

    /// Returns a cell. Whoever asks for many does so in their order, so that the one after the last
    /// is looked at before all others.
    Cell cell(CellId id) {
        var all = store.notebook().cells();
        int next = lastAsked + 1;
        if (next >= all.size() || !all.get(next).id().equals(id)) {
            next = store.notebook().indexOf(id);
        }
        lastAsked = next;
        return all.get(next);
    }

    // ---- view models of rows

    /// Makes the view model of a cell that gets a row.
    CellViewModel shown(CellId id) {
        var model = new CellViewModel(cell(id), queue.execution(id), commands);
        model.openProperty().set(open.contains(id));
        open.follow(id, model.openedOutputsProperty());
        shown.put(id, model);
        if (id.equals(asking())) {
            model.inputChanged(runs.asked());
        }
        model.ranProperty().set(queue.hasRun(id));
        model.staleProperty().set(queue.isStale(id));
        mark(id, model);
        return model;
    }

    /// The view model of a cell that has a row; null for one that has none.
    @Nullable CellViewModel ofRow(CellId id) {
        return shown.get(id);
    }

    /// The row of a cell is gone.
    void hidden(CellId id) {
        shown.remove(id);
    }

    private void mark(CellId id, CellViewModel model) {
        int index = cells.indexOf(id);
        boolean isSelected = selection.contains(index);
        model.selectedProperty().set(isSelected);
        model.severalProperty().set(isSelected && told.get().selected() > 1);
        model.leadProperty().set(index >= 0 && index == selection.lead());
        model.editingProperty().set(id.equals(editing));
        int hidden = index < 0 ? 0 : sections.hiddenBelow(index);
        model.sectionProperty().set(new SectionState(sections.isCollapsed(id), hidden));
    }

    // ---- selection and editing

    CellSelection selection() {
        return selection;
    }

    List<CellId> selected() {
        return selection.of(cells);
    }

    @Nullable CellId lead() {
        return selection.lead(cells);
    }

    /// The cell whose text has the keys; null in command mode.
    @Nullable CellId editing() {
        return editing;
    }

    void select(CellSelection newSelection) {
        selection = newSelection;
        open(lead());
        if (editing != null && !editing.equals(lead())) {
            editing = null;
        }
        told.set(selection.told(cells));
        shown.forEach(this::mark);
    }

    void select(CellId id) {
        int index = cells.indexOf(id);
        if (index >= 0) {
            select(CellSelection.only(index));
        }
    }

    /// Selects a cell and gives keys to its text.
    ///
    /// @param edge where the caret begins; null to leave it where it is
    void edit(CellId id, @Nullable CaretEdge edge) {
        if (id.equals(editing) && edge == null) {
            return;
        }
        select(id);
        partCommands.showSource(id);
        editing = id;
        setOpen(id, true);
        shown.forEach(this::mark);
        if (screen != null) {
            screen.focusText(id, edge);
        }
    }

    /// The cell that asks for input, or null.
    @Nullable CellId asking() {
        var asked = runs.asked();
        return asked == null ? null : asked.cell();
    }

    /// Something else on the page has taken the keys from the text.
    void textLeft() {
        if (editing != null) {
            editing = null;
            shown.forEach(this::mark);
        }
    }

    /// Takes keys from the text; the cell stays selected.
    void leaveEditing() {
        textLeft();
        if (screen != null) {
            screen.focusPage();
        }
    }

    /// Shows the source of a Markdown cell, or its text; of a code cell what is collapsed.
    void setOpen(CellId id, boolean isOpen) {
        boolean opens = open.set(id, isOpen);
        var model = shown.get(id);
        if (model != null) {
            model.openProperty().set(opens);
        }
    }

    /// Returns whether a cell does not show its source, so that the caret goes past it.
    boolean isClosed(CellId id) {
        return open.isClosed(cell(id));
    }

    @Nullable NotebookScreen screen() {
        return screen;
    }

    // ---- sections

    SectionCommands sectionCommands() {
        return sectionCommands;
    }

    CopyCommands copyCommands() {
        return copyCommands;
    }

    SelectionCommands selectionCommands() {
        return selectionCommands;
    }

    PartCommands partCommands() {
        return partCommands;
    }

    PageSections sections() {
        return sections;
    }

    /// Returns the position after the last selected cell and what its section hides.
    int afterSelection() {
        int last = selection.last();
        return last < 0 ? 0 : last + 1 + sections.hiddenBelow(last);
    }

    /// Returns the selected cells, with all that a collapsed one of them hides.
    List<CellId> selectedWithHidden() {
        return sections.withHidden(selection.positions());
    }

    /// Shows what the notebook says is collapsed. A lead inside goes to the heading, and nothing
    /// stays selected that nobody sees.
    void showSections() {
        sections.refresh(store.notebook());
        int lead = selection.lead();
        while (lead > 0 && sections.isHidden(cells.get(lead))) {
            lead--;
        }
        visible.set(sections.visible());
        select(
                lead == selection.lead()
                        ? selection.keeping(at -> !sections.isHidden(cells.get(at)))
                        : CellSelection.only(lead));
    }

    /// Opens the sections that hide a cell, on this page alone.
    void open(@Nullable CellId cell) {
        if (cell != null && sections.open(cell)) {
            visible.set(sections.visible());
        }
    }

    // ---- what the document tells

    private void changed(NotebookChange change) {
        switch (change) {
            case NotebookChange.SourceChanged source -> {
                var model = shown.get(source.cell());
                if (model != null) {
                    model.sourceChanged(source, cell(source.cell()));
                    model.staleProperty().set(queue.isStale(source.cell()));
                }
            }
            case NotebookChange.OutputsChanged(var id) -> refresh(id);
            case NotebookChange.CellMetadataChanged(var id) -> {
                refresh(id);
                if (cell(id).type() == CellType.MARKDOWN) {
                    showSections();
                }
            }
            case NotebookChange.CellTypeChanged(var id) -> renew(id);
            case NotebookChange.CellsInserted _,
                    NotebookChange.CellsRemoved _,
                    NotebookChange.CellsMoved _ ->
                    takeCells();
            case NotebookChange.NotebookMetadataChanged _ -> {
                language.set(PageLanguage.of(store.notebook()));
                showSections();
            }
            case NotebookChange.NotebookReplaced _ -> replaced();
        }
    }

    private void refresh(CellId id) {
        var model = shown.get(id);
        if (model != null) {
            store.notebook().cell(id).ifPresent(model::show);
        }
    }

    private void renew(CellId id) {
        open.set(id, false);
        boolean wasEdited = id.equals(editing);
        if (screen != null) {
            screen.renew(id);
        }
        if (wasEdited) {
            editing = null;
            edit(id, CaretEdge.BOTTOM);
        }
    }

    private void takeCells() {
        var before = cells;
        var now = store.notebook().ids();
        var moved = selection.carriedOver(before, now);
        boolean wasEditing = editing != null;
        cells = now;
        sections.refresh(store.notebook());
        visible.set(sections.visible());
        open.retainAll(new HashSet<>(now));
        select(moved);
        if (wasEditing && editing == null && screen != null) {
            screen.focusPage();
        }
    }

    /// Another file's contents: every row is made anew. Who was typing goes on where they were.
    private void replaced() {
        var view = screen;
        var edited = editing;
        var place = edited == null || view == null ? null : view.place(edited);
        takeCells();
        language.set(PageLanguage.of(store.notebook()));
        if (view == null) {
            return;
        }
        Set.copyOf(shown.keySet()).forEach(view::renew);
        if (edited != null && place != null) {
            if (edited.equals(editing)) {
                view.focusText(edited, null);
                view.select(edited, Carets.at(place.caret()));
            } else {
                view.textGone();
            }
        }
    }

    /// Ends following the session.
    void close() {
        stopFollowing.run();
        queue.removeListener(runs);
    }
}
