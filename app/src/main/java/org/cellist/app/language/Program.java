package org.cellist.app.language;

import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Notebook;

/// The code of a document, as a server is to see it. Immutable.
///
/// @param kind of the document
/// @param document its name, or what stands for it; a server sees one of a kind and a name
/// @param notebook whose code cells they are
record Program(Kind kind, String document, Notebook notebook) {

    private static final String PYTHON = ".py";

    /// Returns the name of the file that a server takes it for.
    String file() {
        return kind.file(document);
    }

    enum Kind {
        /// The cells of a notebook.
        NOTEBOOK("", true),

        /// The cells of a notebook, and then those that are tried out beside it.
        SCRATCH(".scratch", true),

        /// A file of Python.
        SCRIPT("", false);

        private final String suffix;
        private final boolean isInteractive;

        Kind(String suffix, boolean isInteractive) {
            this.suffix = suffix;
            this.isInteractive = isInteractive;
        }

        /// Returns whether it is written for IPython.
        boolean isInteractive() {
            return isInteractive;
        }

        /// Returns whether a cell is part of the program. The text of a script is one, whatever it
        /// is called.
        boolean hasCode(Cell cell) {
            return cell instanceof CodeCell || !isInteractive;
        }

        /// Returns the name under which a server knows it.
        ///
        /// @param name that of the document
        String file(String name) {
            return isInteractive ? name + suffix + PYTHON : name;
        }
    }
}
