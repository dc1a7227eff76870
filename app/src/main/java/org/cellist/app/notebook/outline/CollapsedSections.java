package org.cellist.app.notebook.outline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.SetCellView;
import org.cellist.app.notebook.model.NotebookEdit.SetNotebookView;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonBoolean;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// Which sections a notebook says are collapsed, in both ways in which that is said: JupyterLab's
/// `jp-MarkdownHeadingCollapsed` of the heading's cell, and Colab's list `collapsed_sections` of
/// the notebook's `colab`, which holds the `id` that Colab gives a cell in its metadata.
///
/// A notebook that Colab has written keeps Colab's way, any other JupyterLab's.
///
/// Immutable.
public final class CollapsedSections {

    private static final String HEADING = "jp-MarkdownHeadingCollapsed";
    private static final String COLAB = "colab";
    private static final String SECTIONS = "collapsed_sections";

    private CollapsedSections() {}

    /// Returns the cells whose sections are collapsed. Cheap where there are none.
    public static Set<CellId> in(Notebook notebook) {
        var listed = listed(notebook);
        var found = new HashSet<CellId>();
        for (var cell : notebook.cells()) {
            boolean isText = cell instanceof Cell.MarkdownCell;
            if (isText
                    && (hasMark(cell) || (!listed.isEmpty() && listed.contains(colabId(cell))))) {
                found.add(cell.id());
            }
        }
        return found;
    }

    /// Returns what writes that a section is collapsed, or no longer is.
    public static List<NotebookEdit> set(Notebook notebook, CellId heading, boolean collapsed) {
        var cell = notebook.cells().get(notebook.indexOf(heading));
        boolean isColabs = notebook.metadata().get(COLAB) instanceof JsonObject;
        var edits = new ArrayList<NotebookEdit>();
        if (isColabs) {
            var ids = new LinkedHashSet<>(listed(notebook));
            boolean changes = collapsed ? ids.add(colabId(cell)) : ids.remove(colabId(cell));
            if (changes) {
                edits.add(new SetNotebookView(withListed(notebook, ids)));
            }
        }
        if (collapsed && !isColabs) {
            edits.add(
                    new SetCellView(heading, cell.metadata().with(HEADING, new JsonBoolean(true))));
        } else if (!collapsed && cell.metadata().get(HEADING) != null) {
            edits.add(new SetCellView(heading, cell.metadata().without(HEADING)));
        }
        return edits;
    }

    private static boolean hasMark(Cell cell) {
        return cell.metadata().get(HEADING) instanceof JsonBoolean(var is) && is;
    }

    private static String colabId(Cell cell) {
        var id = cell.metadata().string("id");
        return id == null ? cell.id().value() : id;
    }

    private static Set<String> listed(Notebook notebook) {
        if (!(notebook.metadata().object(COLAB).get(SECTIONS) instanceof JsonArray(var items))) {
            return Set.of();
        }
        var ids = new LinkedHashSet<String>();
        for (var item : items) {
            if (item instanceof JsonString(var id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static JsonObject withListed(Notebook notebook, Set<String> ids) {
        var items = ids.stream().<JsonValue>map(JsonString::new).toList();
        var colab = notebook.metadata().object(COLAB).with(SECTIONS, new JsonArray(items));
        return notebook.metadata().with(COLAB, colab);
    }
}
