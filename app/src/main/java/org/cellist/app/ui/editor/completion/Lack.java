package org.cellist.app.ui.editor.completion;

/// Why a kernel, or a language server in its place, knows nothing about code just now. Immutable.
public enum Lack {
    /// The kernel runs a cell.
    BUSY,
    /// No kernel runs.
    NO_KERNEL,
    /// The kernel has not answered yet.
    SLOW,
    /// The kernel did not answer in time.
    LATE,
    /// The kernel answered that there is nothing.
    NOTHING,
    /// The environment of a script has no language server.
    NO_SERVER,
    /// A script's server is not ready yet.
    SERVER_STARTS,
    /// A script's server has not answered yet.
    SERVER_SLOW,
    /// A script's server did not answer in time, or refused to.
    SERVER_LATE,
    /// A script's server answered that there is nothing.
    SERVER_NOTHING
}
