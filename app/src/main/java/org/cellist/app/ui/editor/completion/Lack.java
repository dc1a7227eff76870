package org.cellist.app.ui.editor.completion;

/// Why a kernel knows nothing about code just now. Immutable.
public enum Lack {
    /// It runs a cell.
    BUSY,
    /// None runs.
    NO_KERNEL,
    /// It has not answered yet.
    SLOW,
    /// It did not answer in time.
    LATE,
    /// It answered that there is nothing.
    NOTHING
}
