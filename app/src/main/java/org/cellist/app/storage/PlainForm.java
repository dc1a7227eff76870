package org.cellist.app.storage;

import org.cellist.app.notebook.format.NotebookBytes;

/// What a file is made of that is no notebook. Immutable.
public sealed interface PlainForm {

    /// Returns what the file is opened as.
    FileKind kind();

    /// The source of the only cell, in that encoding.
    record Text(FileKind kind, TextEncoding encoding) implements PlainForm {}

    /// A picture, which is written as it was read.
    record Picture(NotebookBytes bytes) implements PlainForm {

        @Override
        public FileKind kind() {
            return FileKind.PICTURE;
        }
    }
}
