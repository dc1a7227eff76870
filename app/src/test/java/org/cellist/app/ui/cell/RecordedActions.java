package org.cellist.app.ui.cell;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.ui.editor.CaretEdge;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.app.ui.page.PageCommand;

/// Notes what a cell asks of its notebook.
final class RecordedActions implements CellActions {

    final List<NotebookEdit> edits = new ArrayList<>();
    final List<String> asked = new ArrayList<>();

    @Override
    public void apply(NotebookEdit edit) {
        edits.add(edit);
    }

    @Override
    public void apply(NotebookEdit edit, CaretsAround carets) {
        edits.add(edit);
    }

    @Override
    public void select(CellId cell, boolean extend) {
        asked.add(extend ? "extend" : "select");
    }

    @Override
    public void toggleSelected(CellId cell) {
        asked.add("toggle");
    }

    @Override
    public void edit(CellId cell) {
        asked.add("edit");
    }

    @Override
    public void enterForm(CellId cell) {
        asked.add("enter form");
    }

    @Override
    public void leaveEditing() {
        asked.add("leave editing");
    }

    @Override
    public void leave(CellId cell, CaretEdge edge) {
        asked.add("leave " + edge);
    }

    @Override
    public void perform(CellId cell, PageCommand command) {
        asked.add(command.id());
    }

    @Override
    public void run(CellId cell) {
        asked.add("run");
    }

    @Override
    public void interrupt() {
        asked.add("interrupt");
    }

    @Override
    public void toggleSection(CellId heading) {
        asked.add("toggleSection");
    }

    @Override
    public void answer(String line) {
        asked.add("answer " + line);
    }

    @Override
    public void move(CellId cell, int places) {
        asked.add("move " + places);
    }

    @Override
    public void remove(CellId cell) {
        asked.add("remove");
    }

    @Override
    public void openOutputs(CellId cell, int index) {
        asked.add("open output " + index);
    }

    @Override
    public void changeType(CellId cell, CellType type) {
        asked.add("change to " + type);
    }

    @Override
    public void insertAbove(CellId cell, CellType type) {
        asked.add("insert " + type);
    }

    @Override
    public void reveal(CellId cell, double top, double bottom) {
        // Every caret does this.
    }
}
