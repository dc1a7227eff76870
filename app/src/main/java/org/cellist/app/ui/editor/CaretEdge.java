package org.cellist.app.ui.editor;

/// The end of an editor over which the caret leaves or enters it. Immutable.
public enum CaretEdge {
    TOP,
    BOTTOM
}
