package org.cellist.app.ui.notebook;

import java.util.function.Consumer;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.notebook.language.LanguageScreen;
import org.jspecify.annotations.Nullable;

/// The page as a language server's view model sees it.
///
/// Confined to the JavaFX Application Thread.
record LanguageOnPage(NotebookViewModel model, FoundOnPage found, PageFrame frame)
        implements LanguageScreen {

    @Override
    public @Nullable Place place() {
        var start = found.start(true);
        return start == null ? null : new Place(start.cell(), start.offset());
    }

    @Override
    public boolean isEditing() {
        return model.editing() != null;
    }

    @Override
    public void edit(CellId cell, int start, int end) {
        found.edit(cell, start, end);
    }

    @Override
    public void note(String words) {
        frame.note(words);
    }

    @Override
    public void askName(String name, Consumer<String> then) {
        frame.askName(name, then);
    }
}
