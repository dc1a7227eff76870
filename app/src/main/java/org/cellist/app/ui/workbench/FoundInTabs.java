package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javafx.util.Subscription;
import org.cellist.app.notebook.find.Excerpt;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.port.Document;
import org.jspecify.annotations.Nullable;

/// The tabs of all windows as the search of a folder sees them: which notebooks are open, and how a
/// match is shown in one.
///
/// Confined to the JavaFX Application Thread.
final class FoundInTabs {

    private final WorkbenchViewModel model;
    private Subscription coming = Subscription.EMPTY;

    FoundInTabs(WorkbenchViewModel model) {
        this.model = model;
    }

    /// Returns the notebooks that are open, as they are in the windows, by their files.
    Map<Path, Notebook> notebooks() {
        var open = new HashMap<Path, Notebook>();
        for (var tab : model.windows().tabs()) {
            var file = tab.file();
            if (file != null) {
                tab.document()
                        .filter(Document::isNotebook)
                        .ifPresent(document -> open.put(file, document.notebook()));
            }
        }
        return open;
    }

    /// Returns the folder of the notebook in front, null when it has none.
    @Nullable Path folder() {
        var tab = model.activeProperty().get();
        var file = tab == null ? null : tab.file();
        return file == null ? null : file.getParent();
    }

    /// Opens a file and shows a match in it as soon as it is there; nothing more is done when the
    /// person has gone to another tab by then.
    ///
    /// @param excerpt the match; null for the file alone
    void open(Path file, @Nullable Excerpt excerpt) {
        coming.unsubscribe();
        var tab = model.open(file);
        if (excerpt == null) {
            return;
        }
        var document = tab.document();
        if (document.isPresent()) {
            show(tab, document.get(), excerpt);
            return;
        }
        coming =
                tab.contentProperty()
                        .subscribe(
                                (_, now) -> {
                                    coming.unsubscribe();
                                    if (now instanceof Content.Open(var opened)) {
                                        show(tab, opened, excerpt);
                                    }
                                });
    }

    private void show(TabViewModel tab, Document document, Excerpt excerpt) {
        if (!model.windows().isInFront(tab)) {
            return;
        }
        var page = model.windows().pages().page(tab, document);
        var match = excerpt.in(document.notebook());
        if (match.isInSource()) {
            page.showText(match.cell(), match.start(), match.end());
        } else {
            page.show(match.cell());
        }
    }
}
