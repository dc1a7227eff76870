package org.cellist.app.ui.workbench;

import org.cellist.app.ui.workbench.files.FilesModel;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.terminals.TerminalsViewModel;

/// What a window has besides its tabs, and keeps when it gets another view. Immutable.
record WindowTools(TerminalsViewModel terminals, FilesModel files) {

    static WindowTools of(Documents documents) {
        return new WindowTools(
                new TerminalsViewModel(documents.terminals()), new FilesModel(documents.files()));
    }
}
