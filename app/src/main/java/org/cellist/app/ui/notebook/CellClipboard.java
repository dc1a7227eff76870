package org.cellist.app.ui.notebook;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.cellist.app.notebook.model.Cell;

/// The cells that were copied last, for all notebooks of this program.
///
/// Other programs get their sources as text from the system's clipboard. When something else has
/// been copied since, here or elsewhere, there are no cells any more.
///
/// Confined to the JavaFX Application Thread.
public final class CellClipboard {

    private List<Cell> cells = List.of();
    private String text = "";

    /// Puts cells in place of what was copied before.
    void put(List<Cell> copied) {
        cells = List.copyOf(copied);
        text = cells.stream().map(Cell::source).collect(Collectors.joining("\n\n"));
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Returns the cells, or none when the system's clipboard holds something else.
    List<Cell> cells() {
        var now = Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "");
        return now.equals(text) ? cells : List.of();
    }
}
