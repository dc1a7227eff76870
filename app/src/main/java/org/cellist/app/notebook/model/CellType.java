package org.cellist.app.notebook.model;

/// The three kinds of cell, `cell_type` in the file. Immutable.
public enum CellType {
    CODE,
    MARKDOWN,
    RAW
}
