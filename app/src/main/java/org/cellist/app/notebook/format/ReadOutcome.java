package org.cellist.app.notebook.format;

import java.util.List;
import org.cellist.app.notebook.model.Notebook;

/// How reading a file's bytes as a notebook ended. Immutable.
public sealed interface ReadOutcome {

    /// The notebook can be edited and saved; unchanged, it is saved byte for byte.
    ///
    /// @param quirks departures from nbformat that do no harm
    record Editable(Notebook notebook, List<Quirk> quirks) implements ReadOutcome {
        public Editable {
            quirks = List.copyOf(quirks);
        }
    }

    /// The notebook can be looked at but not saved over its file, since that would lose something.
    ///
    /// @param notebook as it is saved under another name: without what cannot be kept
    record ReadOnly(Notebook notebook, ReadProblem reason) implements ReadOutcome {}

    /// A notebook of nbformat 2 or 3, upgraded in memory; saved only under another name or with
    /// consent.
    ///
    /// @param majorVersion 2 or 3
    record Legacy(Notebook notebook, int majorVersion) implements ReadOutcome {}

    /// The bytes are no notebook that can be represented. The file stays as it is, and may be
    /// opened as text.
    record Refused(ReadProblem problem) implements ReadOutcome {}
}
