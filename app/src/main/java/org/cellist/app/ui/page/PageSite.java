package org.cellist.app.ui.page;

import java.nio.file.Path;

/// What a page asks of the window that it is shown in. A port.
///
/// Confined to the JavaFX Application Thread.
public interface PageSite {

    /// No window: a page that stands alone.
    PageSite NOWHERE =
            new PageSite() {
                @Override
                public void leave() {
                    // Nobody comes back.
                }

                @Override
                public void open(Path file, int line, int column) {
                    // There are no other pages.
                }

                @Override
                public void showScratch() {
                    // There is nothing beside it.
                }
            };

    /// Remembers where the person stands now, who is about to go far away at one go.
    void leave();

    /// Opens a file at a place, or goes there if it is open, so that the person can come back.
    /// Nothing when the person has gone to another page meanwhile.
    ///
    /// @param line 1 for the first
    /// @param column 1 before the first character, in UTF-16 units
    void open(Path file, int line, int column);

    /// Shows what is tried out beside the page. The keys stay where they are.
    void showScratch();
}
