package org.cellist.app.ui.workbench.snippets;

import org.cellist.app.snippets.Snippet;

/// A line of the list. Immutable.
sealed interface SnippetRow {

    /// What the lines below belong to.
    record Group(String name) implements SnippetRow {}

    record Entry(Snippet snippet) implements SnippetRow {}
}
