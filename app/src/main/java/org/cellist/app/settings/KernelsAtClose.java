package org.cellist.app.settings;

/// What becomes of the kernels of notebooks that are closed. Immutable.
public enum KernelsAtClose {
    /// The person is asked, and the answer is remembered.
    ASK,
    /// They run on, and the notebooks find them again.
    KEEP,
    /// They end.
    STOP
}
