package org.cellist.app.ui.notebook;

import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.ui.cell.CellRow;
import org.cellist.app.ui.cell.RowPart;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.cellist.app.ui.notebook.find.FindScreen;
import org.cellist.app.ui.notebook.find.FindStart;
import org.jspecify.annotations.Nullable;

/// Shows matches in the list of cells.
///
/// A rendered Markdown cell shows its source while the person stands at a match in it, and is text
/// again afterwards if nobody wrote in it.
///
/// Confined to the JavaFX Application Thread.
final class FoundOnPage implements FindScreen {

    /// Free space above a match that is scrolled to, so that the bar does not cover it, and below.
    private static final double AROUND = 84;

    private final NotebookView page;
    private final NotebookViewModel model;
    private final VirtualColumn<RowKey> column;
    private final Function<CellId, @Nullable CellRow> rows;
    private @Nullable Node keysBefore;
    private @Nullable CellId opened;
    private String openedSource = "";

    /// @param rows finds the row of a cell, null when it has none
    FoundOnPage(
            NotebookView page,
            NotebookViewModel model,
            VirtualColumn<RowKey> column,
            Function<CellId, @Nullable CellRow> rows) {
        this.page = page;
        this.model = model;
        this.column = column;
        this.rows = rows;
    }

    /// Remembers what has the keys now.
    void rememberKeys() {
        var owner = page.getScene() == null ? null : page.getScene().getFocusOwner();
        if (FocusPlace.isWithin(owner, page)) {
            keysBefore = owner;
        }
    }

    @Override
    public @Nullable FindStart start(boolean afterSelection) {
        var lead = model.lead();
        var editing = model.editing();
        var row = editing == null ? null : rows.apply(editing);
        if (editing == null || row == null) {
            return lead == null ? null : new FindStart(lead, 0, 0);
        }
        var range = row.selection();
        return new FindStart(editing, 0, afterSelection ? range.getEnd() : range.getStart());
    }

    @Override
    public String selectedText() {
        var editing = model.editing();
        var row = editing == null ? null : rows.apply(editing);
        if (editing == null || row == null) {
            return "";
        }
        var source = model.cell(editing).source();
        var range = row.selection();
        return range.getEnd() > source.length()
                ? ""
                : source.substring(range.getStart(), range.getEnd());
    }

    @Override
    public Set<CellId> selectedCells() {
        return Set.copyOf(model.selected());
    }

    @Override
    public void reveal(Match match) {
        if (!match.cell().equals(opened)) {
            leave();
        }
        var key = new RowKey.OfCell(match.cell());
        var row = shownRow(key);
        var part = row == null ? null : place(row, match);
        if (row != null && part == null && mayBeOpened(match)) {
            open(match.cell());
            row.applyCss(); // or the text is measured in another font
            column.layout();
            part = place(row, match);
        }
        if (part == null) {
            column.reveal(key);
        } else {
            column.revealPart(key, part.top() - AROUND, part.bottom() + AROUND);
        }
    }

    /// Rendered text, and what is collapsed.
    private boolean mayBeOpened(Match match) {
        return match.isInSource() || CellParts.hidesOutputs(model.cell(match.cell()).metadata());
    }

    private @Nullable CellRow shownRow(RowKey.OfCell key) {
        if (rows.apply(key.cell()) == null) {
            column.reveal(key);
            column.layout();
        }
        return rows.apply(key.cell());
    }

    private static @Nullable RowPart place(CellRow row, Match match) {
        return switch (match.part()) {
            case Match.Source _ -> row.showSource(match.start(), match.end());
            case Match.Output(var index) -> row.showOutput(index, match);
        };
    }

    private void open(CellId cell) {
        opened = cell;
        openedSource = model.cell(cell).source();
        model.setOpen(cell, true);
    }

    @Override
    public void leave() {
        var cell = opened;
        opened = null;
        if (cell == null || cell.equals(model.editing()) || !model.cells().contains(cell)) {
            return;
        }
        Cell now = model.cell(cell);
        if (now.source().equals(openedSource)) {
            model.setOpen(cell, false);
        }
    }

    @Override
    public void edit(Match match) {
        opened = null;
        switch (match.part()) {
            case Match.Source _ -> edit(match.cell(), match.start(), match.end());
            case Match.Output _ -> {
                model.select(match.cell());
                page.requestFocus();
            }
        }
    }

    /// Selects a range of a cell's source and gives it the keys.
    void edit(CellId cell, int start, int end) {
        if (!model.cells().contains(cell)) {
            return;
        }
        model.edit(cell, null);
        var key = new RowKey.OfCell(cell);
        var row = shownRow(key);
        if (row == null) {
            return;
        }
        row.applyCss();
        column.layout();
        var part = row.showSource(start, end);
        row.select(start, end);
        row.focusText();
        if (part != null) {
            column.revealPart(key, part.top() - AROUND, part.bottom() + AROUND);
        }
    }

    @Override
    public void commitComposition() {
        page.commitComposition();
    }

    @Override
    public void focusBack() {
        var before = keysBefore;
        keysBefore = null;
        if (before != null && FocusPlace.isWithin(before, page)) {
            before.requestFocus();
        } else {
            page.focus();
        }
    }
}
