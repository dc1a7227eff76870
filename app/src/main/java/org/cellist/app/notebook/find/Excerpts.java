package org.cellist.app.notebook.find;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Notebook;
import org.jspecify.annotations.Nullable;

/// Makes excerpts of matches. Immutable.
public final class Excerpts {

    private Excerpts() {}

    /// Returns an excerpt for each match.
    ///
    /// @param matches in the order of the notebook
    public static List<Excerpt> of(Notebook notebook, List<Match> matches) {
        var excerpts = new ArrayList<Excerpt>();
        int index = 0;
        @Nullable Match before = null;
        var text = "";
        for (var match : matches) {
            while (!notebook.cells().get(index).id().equals(match.cell())) {
                index++;
            }
            if (before == null
                    || !before.cell().equals(match.cell())
                    || !before.part().equals(match.part())) {
                text = text(notebook.cells().get(index), match.part()); // dear for an output
            }
            excerpts.add(Excerpt.of(index, match, text));
            before = match;
        }
        return excerpts;
    }

    private static String text(Cell cell, Match.Part part) {
        return switch (part) {
            case Match.Source _ -> cell.source();
            case Match.Output(var output) ->
                    cell instanceof CodeCell code
                            ? OutputText.of(code.outputs().items().get(output))
                            : "";
        };
    }
}
