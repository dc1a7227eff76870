package org.cellist.app.ui.notebook.find;

import java.util.Set;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// What a search asks of the page.
///
/// Confined to the JavaFX Application Thread.
public interface FindScreen {

    /// Returns where the person stands: in a text, or at a cell. Null in an empty notebook.
    ///
    /// @param afterSelection whether that is the end of the text selected, and not its start
    @Nullable FindStart start(boolean afterSelection);

    /// Returns the text that is selected; empty for none.
    String selectedText();

    Set<CellId> selectedCells();

    /// Scrolls so that the match is seen. A Markdown cell shows its source for it.
    void reveal(Match match);

    /// Lets a Markdown cell be text again that was opened for a match.
    void leave();

    /// Selects the match and gives keys to the text around it.
    void edit(Match match);

    /// Brings text that an input method still composes into the document.
    void commitComposition();

    /// Gives keys back to whatever had them before the bar.
    void focusBack();
}
