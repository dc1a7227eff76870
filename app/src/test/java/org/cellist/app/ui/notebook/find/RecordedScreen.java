package org.cellist.app.ui.notebook.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// A page that notes what a search asks of it.
final class RecordedScreen implements FindScreen {

    final List<String> asked = new ArrayList<>();
    @Nullable FindStart start;
    String selected = "";
    Set<CellId> selectedCells = Set.of();

    @Override
    public @Nullable FindStart start(boolean afterSelection) {
        return start != null && afterSelection
                ? new FindStart(start.cell(), start.part(), start.offset() + selected.length())
                : start;
    }

    @Override
    public String selectedText() {
        return selected;
    }

    @Override
    public Set<CellId> selectedCells() {
        return selectedCells;
    }

    @Override
    public void reveal(Match match) {
        asked.add("reveal " + match.cell().value() + " " + match.start());
    }

    @Override
    public void leave() {
        asked.add("leave");
    }

    @Override
    public void edit(Match match) {
        asked.add("edit " + match.cell().value() + " " + match.start() + " " + match.end());
    }

    @Override
    public void commitComposition() {
        asked.add("commit");
    }

    @Override
    public void focusBack() {
        asked.add("back");
    }
}
