package org.cellist.app.ui.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cellist.app.ui.page.NotebookPage;
import org.cellist.app.ui.page.PageSite;
import org.cellist.app.ui.workbench.port.Document;

/// The pages of all tabs. A page is made when its tab first comes to the front, goes with the tab
/// wherever that is moved, and is closed with it.
///
/// Confined to the JavaFX Application Thread.
final class PageShelf implements Saving.Pages {

    private final Map<TabViewModel, Made> pages = new HashMap<>();
    private final Function<TabViewModel, PageSite> sites;

    /// @param sites what the page of a tab asks of its window
    PageShelf(Function<TabViewModel, PageSite> sites) {
        this.sites = sites;
    }

    /// Returns the page of a tab that shows this document.
    NotebookPage page(TabViewModel tab, Document document) {
        var made = pages.get(tab);
        if (made == null) {
            tab.whenClosed(() -> close(tab));
        } else if (made.document.equals(document)) {
            return made.page;
        } else {
            made.page.close();
        }
        var page = document.newPage();
        page.setSite(sites.apply(tab));
        pages.put(tab, new Made(document, page));
        return page;
    }

    @Override
    public void commitComposition(Document document) {
        for (var made : List.copyOf(pages.values())) {
            if (made.document.equals(document)) {
                made.page.commitComposition();
            }
        }
    }

    @Override
    public boolean hasUnapplied(Document document) {
        return pages.values().stream()
                .anyMatch(made -> made.document.equals(document) && made.page.hasUnapplied());
    }

    /// Closes all pages; those of tabs that stay are made again, in another language.
    void clear() {
        List.copyOf(pages.keySet()).forEach(this::close);
    }

    private void close(TabViewModel tab) {
        var made = pages.remove(tab);
        if (made != null) {
            made.page.close();
        }
    }

    /// A page and the document it shows.
    private record Made(Document document, NotebookPage page) {}
}
