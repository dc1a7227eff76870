package org.cellist.app.notebook.find;

import org.cellist.app.notebook.model.CellId;

/// One place where a query's text stands. Immutable.
///
/// @param cell the cell
/// @param part its source, or one of its outputs
/// @param start in UTF-16 units of that part's text, see [OutputText] for an output's
/// @param end after the last unit; the start again where a pattern matches nothing at all
public record Match(CellId cell, Part part, int start, int end) {

    /// A text of a cell. Immutable.
    public sealed interface Part {}

    /// What a person wrote.
    public record Source() implements Part {}

    /// What a kernel wrote.
    ///
    /// @param index its place among the cell's outputs
    public record Output(int index) implements Part {}

    /// Returns whether it can be replaced.
    public boolean isInSource() {
        return part instanceof Source;
    }
}
