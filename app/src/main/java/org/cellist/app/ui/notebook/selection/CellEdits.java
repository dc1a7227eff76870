package org.cellist.app.ui.notebook.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cellist.app.notebook.form.CellView;
import org.cellist.app.notebook.form.Form;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.ChangeCellType;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.app.notebook.model.NotebookEdit.RemoveCells;
import org.cellist.app.notebook.model.NotebookEdit.SetCellMetadata;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;

/// The edits that make one cell of several, and several of one, and those of several cells. Pure.
///
/// Immutable.
public final class CellEdits {

    private static final String BETWEEN = "\n\n";

    private CellEdits() {}

    /// Cuts a cell in two. The upper part is a new cell; the lower one keeps outputs and identity,
    /// as in JupyterLab. Empty lines at the cut go.
    ///
    /// @param caret before which character of the source it is cut
    public static NotebookEdit split(Notebook notebook, CellId id, int caret) {
        int index = notebook.indexOf(id);
        var cell = notebook.cells().get(index);
        var source = cell.source();
        int upperEnd = caret;
        while (upperEnd > 0 && source.charAt(upperEnd - 1) == '\n') {
            upperEnd--;
        }
        int lowerStart = caret;
        while (lowerStart < source.length() && source.charAt(lowerStart) == '\n') {
            lowerStart++;
        }
        var upper = NewNotebook.cell(cell.type(), source.substring(0, upperEnd));
        return new Group(
                List.of(
                        new InsertCells(index, List.of(upper)),
                        new EditSource(id, 0, lowerStart, "", null)));
    }

    /// Makes a cell text whose first line is a heading of that level, 1 to 6.
    public static NotebookEdit heading(Cell cell, int level) {
        var source = cell.source();
        int hashes = 0;
        while (hashes < source.length() && source.charAt(hashes) == '#') {
            hashes++;
        }
        int end = hashes;
        while (end < source.length() && source.charAt(end) == ' ') {
            end++;
        }
        boolean isHeading = hashes > 0 && hashes <= 6 && (end > hashes || end == source.length());
        return new Group(
                List.of(
                        new ChangeCellType(cell.id(), CellType.MARKDOWN),
                        new EditSource(
                                cell.id(), 0, isHeading ? end : 0, "#".repeat(level) + " ", null)));
    }

    /// Hides the code of each cell that has a form, or shows it where it is hidden.
    public static NotebookEdit toggleFormCode(List<Cell> cells) {
        var edits = new ArrayList<NotebookEdit>();
        for (var cell : cells) {
            if (cell instanceof CodeCell) {
                Form.in(cell.source())
                        .map(form -> CellView.toggled(form, cell.metadata()))
                        .map(metadata -> new SetCellMetadata(cell.id(), metadata))
                        .ifPresent(edits::add);
            }
        }
        return new Group(edits);
    }

    /// Makes one cell of several, of the first one's type and identity. Its outputs go, since they
    /// are those of a part; attachments come along.
    ///
    /// @param ids at least two, in the order of the notebook
    public static NotebookEdit merge(Notebook notebook, List<CellId> ids) {
        var cells = ids.stream().map(id -> notebook.cells().get(notebook.indexOf(id))).toList();
        var attachments = new LinkedHashMap<String, MimeBundle>();
        var sources = new ArrayList<String>();
        for (var cell : cells) {
            sources.add(withAttachments(cell, attachments));
        }
        var source = String.join(BETWEEN, sources);
        var merged =
                switch (cells.getFirst()) {
                    case CodeCell code ->
                            code.withSource(source).withOutputs(null, CellOutputs.NONE);
                    case MarkdownCell first ->
                            new MarkdownCell(
                                    first.id(),
                                    source,
                                    first.metadata(),
                                    attachments,
                                    first.origin());
                    case RawCell first ->
                            new RawCell(
                                    first.id(),
                                    source,
                                    first.metadata(),
                                    attachments,
                                    first.origin());
                };
        int index = notebook.indexOf(ids.getFirst());
        return new Group(List.of(new RemoveCells(ids), new InsertCells(index, List.of(merged))));
    }

    /// Adds a cell's attachments to those collected, under another name where theirs is taken by
    /// something else. Returns the cell's source with the names that they have now.
    private static String withAttachments(Cell cell, Map<String, MimeBundle> collected) {
        var source = cell.source();
        for (var each : attachments(cell).entrySet()) {
            var name = each.getKey();
            while (!each.getValue().equals(collected.getOrDefault(name, each.getValue()))) {
                name = "_" + name;
            }
            collected.put(name, each.getValue());
            source = renamed(renamed(source, each.getKey(), name), spaced(each.getKey()), name);
        }
        return source;
    }

    /// A link ends where its target may end; another name may begin with this one.
    private static String renamed(String source, String from, String to) {
        var link = Pattern.compile(Pattern.quote("attachment:" + from) + "(?=[)\\s\"'>]|$)");
        return link.matcher(source)
                .replaceAll(Matcher.quoteReplacement("attachment:" + spaced(to)));
    }

    /// Returns a name as a link has it.
    private static String spaced(String name) {
        return name.replace(" ", "%20");
    }

    private static Map<String, MimeBundle> attachments(Cell cell) {
        return switch (cell) {
            case CodeCell _ -> Map.of();
            case MarkdownCell markdown -> markdown.attachments();
            case RawCell raw -> raw.attachments();
        };
    }

    /// Returns cells for another place. One that was cut out keeps its identity, unless a cell of
    /// the notebook has it.
    public static List<Cell> forPlace(Notebook notebook, List<Cell> copied) {
        var taken = notebook.cells().stream().map(Cell::id).collect(Collectors.toSet());
        return copied.stream().map(cell -> taken.add(cell.id()) ? cell : renewed(cell)).toList();
    }

    /// Colab keeps a cell's identity in its metadata.
    private static Cell renewed(Cell cell) {
        var id = CellId.random();
        var metadata = cell.metadata();
        return cell.withId(id)
                .withMetadata(
                        metadata.string("id") == null
                                ? metadata
                                : metadata.with("id", new JsonString(id.value())));
    }
}
