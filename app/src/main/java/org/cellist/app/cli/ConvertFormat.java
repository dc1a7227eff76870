package org.cellist.app.cli;

import org.cellist.app.export.NotebookLanguage;
import org.cellist.app.notebook.model.Notebook;

/// What a notebook can be converted to, as people type it. Immutable.
enum ConvertFormat {
    NOTEBOOK,
    SCRIPT,
    HTML,
    MARKDOWN;

    /// Returns the ending of file names, with its dot.
    String ending(Notebook notebook) {
        return switch (this) {
            case NOTEBOOK -> ".ipynb";
            case SCRIPT -> NotebookLanguage.of(notebook).fileExtension();
            case HTML -> ".html";
            case MARKDOWN -> ".md";
        };
    }
}
