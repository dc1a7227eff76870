package org.cellist.app.notebook.find;

import java.util.Set;

/// A part of a notebook in which text is looked for. Immutable.
public enum FindPlace {
    /// Sources of code cells.
    CODE,
    /// Sources of Markdown and raw cells.
    TEXT,
    /// What kernels wrote below code cells.
    OUTPUT;

    /// The sources of all cells.
    public static final Set<FindPlace> SOURCES = Set.of(CODE, TEXT);

    /// Sources and outputs.
    public static final Set<FindPlace> ALL = Set.of(CODE, TEXT, OUTPUT);
}
