package org.cellist.app.cli.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.app.notebook.metadata.CellTags;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.InsertCells;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// The cell that assigns parameters. Immutable.
public final class ParameterCell {

    private static final String DEFAULTS = "parameters";
    private static final String INJECTED = "injected-parameters";

    private ParameterCell() {}

    /// Returns whether parameters can be written in that language.
    public static boolean knows(String language) {
        return Dialects.of(language).isPresent();
    }

    /// Returns the edit that gives a notebook its parameters: a cell that an earlier run injected
    /// gets the new values, else a new cell stands after the one tagged `parameters`, or first.
    ///
    /// @param parameters of those with one name the last counts
    /// @throws IllegalArgumentException if the language is not known, see [#knows]
    public static NotebookEdit edit(
            Notebook notebook, String language, List<Parameter> parameters) {
        var dialect =
                Dialects.of(language).orElseThrow(() -> new IllegalArgumentException(language));
        var source = dialect.assignments(lastOfEachName(parameters));
        var injected = tagged(notebook, INJECTED);
        if (injected.isPresent()) {
            var cell = injected.get();
            return new EditSource(cell.id(), 0, cell.source().length(), source, null);
        }
        var defaults = tagged(notebook, DEFAULTS);
        int index = defaults.map(cell -> notebook.indexOf(cell.id()) + 1).orElse(0);
        return new InsertCells(index, List.of(cell(source)));
    }

    private static List<Parameter> lastOfEachName(List<Parameter> parameters) {
        Map<String, Parameter> byName = new LinkedHashMap<>();
        parameters.forEach(each -> byName.put(each.name(), each));
        return new ArrayList<>(byName.values());
    }

    private static Optional<CodeCell> tagged(Notebook notebook, String tag) {
        return notebook.cells().stream()
                .filter(CodeCell.class::isInstance)
                .map(CodeCell.class::cast)
                .filter(cell -> CellTags.has(cell, tag))
                .findFirst();
    }

    private static CodeCell cell(String source) {
        return new CodeCell(
                CellId.random(),
                source,
                CellTags.with(JsonObject.EMPTY, INJECTED),
                null,
                CellOutputs.NONE,
                null);
    }
}
