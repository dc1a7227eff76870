package org.cellist.app.ui.notebook;

import java.util.List;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.session.CellSession;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.session.ScratchSession;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.PageSite;
import org.cellist.app.ui.page.Scratch;
import org.jspecify.annotations.Nullable;

/// What is tried out beside a notebook, as its page shows it: a page of the same kind.
///
/// Confined to the JavaFX Application Thread.
final class PageScratch implements Scratch {

    private final ScratchSession session;
    private final NotebookView page;
    private boolean hasKeys;

    private PageScratch(ScratchSession session, PageServices services, NotebookView notebook) {
        this.session = session;
        page = new NotebookView(session, services);
        page.view().setNotebook(notebook.view());
    }

    /// What a page has of this, made when it is first asked for. Confined to the JavaFX Application
    /// Thread.
    static final class Later {

        private final CellSession session;
        private final PageServices services;
        private final NotebookView notebook;
        private @Nullable PageScratch made;
        private PageSite site = PageSite.NOWHERE;

        Later(CellSession session, PageServices services, NotebookView notebook) {
            this.session = session;
            this.services = services;
            this.notebook = notebook;
        }

        /// Returns it; null beside what is tried out itself.
        @Nullable PageScratch get() {
            if (made == null && session instanceof NotebookSession kept) {
                made = new PageScratch(kept.scratch(), services, notebook);
                made.page.setSite(site);
            }
            return made;
        }

        /// Lets it ask the window of the notebook's page.
        ///
        /// @return the same site
        PageSite sharing(PageSite now) {
            site = now;
            if (made != null) {
                made.page.setSite(now);
            }
            return now;
        }

        /// Returns where the person stands.
        ///
        /// @param otherwise where that is on the notebook's page
        @Nullable PagePlace place(@Nullable PagePlace otherwise) {
            return made != null && made.hasKeys ? made.page.place() : otherwise;
        }

        /// Goes to a place there, or else on the notebook's page.
        void show(PagePlace place, PageFrame notebook) {
            boolean isOfNotebook = session.store().notebook().cell(place.cell()).isPresent();
            var there = isOfNotebook ? null : get();
            if (there == null || there.lacks(place.cell())) {
                notebook.show(place);
            } else {
                site.showScratch();
                there.page.focus();
                there.page.show(place);
            }
        }

        void close() {
            if (made != null) {
                made.page.close();
            }
        }
    }

    private boolean lacks(CellId cell) {
        return session.store().notebook().cell(cell).isEmpty();
    }

    @Override
    public NotebookView page() {
        return page;
    }

    @Override
    public void setHasKeys(boolean now) {
        hasKeys = now;
    }

    @Override
    public void take(List<Cell> cells) {
        var code =
                cells.stream()
                        .filter(cell -> cell instanceof CodeCell && !cell.source().isBlank())
                        .map(cell -> NewNotebook.cell(CellType.CODE, cell.source()))
                        .toList();
        if (!code.isEmpty()) {
            page.commitComposition();
            page.copies().insertInPlaceOfEmpty(code);
        }
    }

    @Override
    public void clear() {
        page.commitComposition();
        page.copies().replaceAll(NewNotebook.cell(CellType.CODE, ""));
    }
}
