package org.cellist.app.ui.notebook.part;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.IntegerProperty;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.outline.CellParts;
import org.cellist.app.notebook.store.NotebookStore;

/// The cells that show on this page alone what else is not seen: Markdown cells their source, code
/// cells what is collapsed in them.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class OpenCells {

    private final NotebookStore store;
    private final Set<CellId> open = new HashSet<>();
    private final Map<CellId, Integer> openedOutputs = new HashMap<>();

    public OpenCells(NotebookStore store) {
        this.store = store;
    }

    public boolean contains(CellId id) {
        return open.contains(id);
    }

    /// Opens or closes a cell. Returns whether it is open now: one without anything to open is not.
    public boolean set(CellId id, boolean isOpen) {
        boolean opens = isOpen && store.notebook().cell(id).filter(OpenCells::mayOpen).isPresent();
        if (opens) {
            open.add(id);
        } else {
            open.remove(id);
        }
        return opens;
    }

    /// Sets how many outputs of a cell a person had opened, and remembers how many it becomes.
    public void follow(CellId id, IntegerProperty opened) {
        opened.set(openedOutputs.getOrDefault(id, 0));
        opened.addListener((_, _, count) -> openedOutputs.put(id, count.intValue()));
    }

    /// Returns whether a cell does not show its source, so that the caret goes past it.
    public boolean isClosed(Cell cell) {
        return cell.type() == CellType.MARKDOWN
                || (CellParts.hidesSource(cell.metadata()) && !open.contains(cell.id()));
    }

    /// Forgets all other cells.
    public void retainAll(Set<CellId> kept) {
        open.retainAll(kept);
        openedOutputs.keySet().retainAll(kept);
    }

    private static boolean mayOpen(Cell cell) {
        return switch (cell) {
            case Cell.MarkdownCell _ -> true;
            case Cell.CodeCell code ->
                    CellParts.hidesSource(code.metadata())
                            || CellParts.hidesOutputs(code.metadata());
            case Cell.RawCell _ -> false;
        };
    }
}
