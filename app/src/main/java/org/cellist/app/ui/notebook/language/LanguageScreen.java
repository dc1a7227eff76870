package org.cellist.app.ui.notebook.language;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.cellist.app.notebook.model.CellId;
import org.jspecify.annotations.Nullable;

/// What the view model asks of the page.
///
/// Confined to the JavaFX Application Thread.
public interface LanguageScreen {

    /// Where a person stands, and may type.
    ///
    /// @param offset in UTF-16 units of the cell's source
    record Place(CellId cell, int offset) {}

    /// Returns where the caret is, or else the start of the selected cell; null in an empty
    /// notebook.
    @Nullable Place place();

    /// Returns whether keys go to the text of a cell.
    boolean isEditing();

    /// Selects a range of a cell's source and gives it the keys.
    void edit(CellId cell, int start, int end);

    /// Does the same far away, so that the person can come back. The cell may be one of the
    /// notebook beside which this is tried out.
    void jump(CellId cell, int start, int end);

    /// Opens a file at a place.
    ///
    /// @param line 1 for the first
    /// @param column 1 before the first character, in UTF-16 units
    void open(Path file, int line, int column);

    /// Says something for a while.
    void note(String words);

    /// Lets a person type another name at the caret.
    ///
    /// @param then told the name, unless the person leaves
    void askName(String name, Consumer<String> then);
}
