package org.cellist.app.snippets;

import java.util.List;
import java.util.stream.Collectors;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellType;

/// Cells with a title. Immutable.
///
/// @param group what it is listed under
/// @param description one paragraph; may be empty
/// @param language of its code, as a kernelspec names it
/// @param cells at least one, without outputs
public record Snippet(
        String group, String title, String description, String language, List<Cell> cells) {

    public Snippet {
        cells = List.copyOf(cells);
    }

    /// Returns the sources of its cells of code; of all cells if none is code.
    public String code() {
        boolean hasCode = cells.stream().anyMatch(cell -> cell.type() == CellType.CODE);
        return cells.stream()
                .filter(cell -> !hasCode || cell.type() == CellType.CODE)
                .map(Cell::source)
                .collect(Collectors.joining("\n\n"));
    }
}
