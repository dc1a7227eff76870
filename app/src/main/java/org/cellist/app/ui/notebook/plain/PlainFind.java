package org.cellist.app.ui.notebook.plain;

import java.util.Set;
import org.cellist.app.notebook.find.Match;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.notebook.find.FindScreen;
import org.cellist.app.ui.notebook.find.FindStart;

/// Shows matches in the text of a file.
///
/// Confined to the JavaFX Application Thread.
///
/// @param showText brings the text to sight in place of another look
record PlainFind(PlainSource source, Runnable showText) implements FindScreen {

    @Override
    public FindStart start(boolean afterSelection) {
        var range = source.editor().selection();
        return new FindStart(
                source.cellId(), 0, afterSelection ? range.getEnd() : range.getStart());
    }

    @Override
    public String selectedText() {
        var range = source.editor().selection();
        return source.editor().text().substring(range.getStart(), range.getEnd());
    }

    @Override
    public Set<CellId> selectedCells() {
        return Set.of(source.cellId());
    }

    @Override
    public void reveal(Match match) {
        showText.run();
        source.reveal(match.start(), match.end());
    }

    @Override
    public void leave() {
        // The text stays as it is.
    }

    @Override
    public void edit(Match match) {
        showText.run();
        source.focusText();
        source.select(match.start(), match.end());
    }

    @Override
    public void commitComposition() {
        source.editor().commitComposition();
    }

    @Override
    public void focusBack() {
        source.focusText();
    }
}
