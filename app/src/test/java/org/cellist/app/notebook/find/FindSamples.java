package org.cellist.app.notebook.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Notebooks to look in, and the shortest ways to look.
final class FindSamples {

    private FindSamples() {}

    /// A notebook of code cells `c0`, `c1`, …
    static Notebook code(String... sources) {
        var cells = new ArrayList<Cell>();
        for (var source : sources) {
            cells.add(codeCell("c" + cells.size(), source));
        }
        return NewNotebook.empty().withCells(cells);
    }

    static Notebook notebookOf(Cell... cells) {
        return NewNotebook.empty().withCells(List.of(cells));
    }

    static CodeCell codeCell(String id, String source, CellOutput... outputs) {
        return new CodeCell(
                new CellId(id),
                source,
                JsonObject.EMPTY,
                null,
                new CellOutputs(List.of(outputs), false),
                null);
    }

    static MarkdownCell markdown(String id, String source) {
        return new MarkdownCell(new CellId(id), source, JsonObject.EMPTY, Map.of(), null);
    }

    static FindQuery pattern(String expression) {
        return FindQuery.of(expression).withPattern(true);
    }

    static SearchPattern usable(FindQuery query) {
        if (SearchPattern.of(query) instanceof QueryOutcome.Usable(var pattern)) {
            return pattern;
        }
        throw new AssertionError("cannot be looked for: " + query);
    }

    static List<Match> matches(Notebook notebook, FindQuery query) {
        var outcome = new Finder().find(notebook, usable(query), new SearchLimit());
        if (outcome instanceof FindOutcome.Found found) {
            return found.matches();
        }
        throw new AssertionError(outcome);
    }

    /// Returns what the query matches in one text.
    static List<String> matched(String text, FindQuery query) {
        return matches(code(text), query).stream()
                .map(match -> text.substring(match.start(), match.end()))
                .toList();
    }
}
