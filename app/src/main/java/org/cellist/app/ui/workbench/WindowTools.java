package org.cellist.app.ui.workbench;

import javafx.beans.value.ObservableValue;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.workbench.files.FilesModel;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.resources.FrontMachine;
import org.cellist.app.ui.workbench.terminals.TerminalsViewModel;

/// What a window has besides its tabs, and keeps when it gets another view. Immutable.
record WindowTools(TerminalsViewModel terminals, FilesModel files) {

    static WindowTools of(Documents documents) {
        return new WindowTools(
                new TerminalsViewModel(documents.terminals()), new FilesModel(documents.files()));
    }

    /// Follows the machine where the notebook in front runs.
    static FrontMachine machine(WorkbenchViewModel model, ObservableValue<?> state) {
        var resources = model.windows().documents().resources();
        var machine = new FrontMachine(model::activeDocument, resources);
        machine.follow(Nested.in(model.activeProperty(), TabViewModel::contentProperty));
        machine.follow(model.activeProperty());
        machine.follow(state);
        return machine;
    }
}
