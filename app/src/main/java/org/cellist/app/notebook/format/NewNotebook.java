package org.cellist.app.notebook.format;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.cellist.app.notebook.format.ReadOutcome.Editable;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.CellType;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// Makes notebooks and cells that came from no file, laid out as Python's nbformat writes them.
///
/// Thread-safe.
public final class NewNotebook {

    private static final String EMPTY =
            """
            {
             "cells": [],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    private NewNotebook() {}

    /// Returns a notebook without cells, nbformat 4.5.
    public static Notebook empty() {
        var outcome = new NotebookReader().read(EMPTY.getBytes(StandardCharsets.UTF_8));
        if (outcome instanceof Editable(var notebook, _)) {
            return notebook;
        }
        throw new IllegalStateException("the empty notebook cannot be read: " + outcome);
    }

    /// Returns a new cell with a new id.
    public static Cell cell(CellType type, String source) {
        var id = CellId.random();
        return switch (type) {
            case CODE -> new CodeCell(id, source, JsonObject.EMPTY, null, CellOutputs.NONE, null);
            case MARKDOWN -> new MarkdownCell(id, source, JsonObject.EMPTY, Map.of(), null);
            case RAW -> new RawCell(id, source, JsonObject.EMPTY, Map.of(), null);
        };
    }
}
