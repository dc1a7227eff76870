package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.ui.page.Scratch;

/// What is tried out beside a fake page: a fake page too. Notes what is asked of it.
final class FakeScratch implements Scratch {

    final List<String> asked = new ArrayList<>();
    final FakeDocument document = new FakeDocument(null);
    boolean hasKeys;
    private final FakePage page;

    FakeScratch() {
        document.set(FakeDocument.notebookOf(FakeDocument.code("s", "tried = 2")));
        page = new FakePage(document);
    }

    @Override
    public FakePage page() {
        return page;
    }

    @Override
    public void setHasKeys(boolean hasKeys) {
        this.hasKeys = hasKeys;
    }

    @Override
    public void take(List<Cell> cells) {
        asked.add("take " + cells.stream().map(Cell::source).toList());
    }

    @Override
    public void clear() {
        asked.add("clear");
    }
}
