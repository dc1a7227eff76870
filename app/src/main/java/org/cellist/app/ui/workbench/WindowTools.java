package org.cellist.app.ui.workbench;

import java.util.function.Consumer;
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

    /// Ends what is here together with the tabs: asks first, and ends nothing before the tabs are
    /// closed.
    ///
    /// @param tabs closes them, and goes on if all are closed
    /// @param then runs when all is closed
    void closeAround(Prompts prompts, Consumer<Runnable> tabs, Runnable then) {
        files.closeAround(
                prompts::askTransfers,
                rest -> terminals.closeAround(prompts::askTerminals, tabs, rest),
                then);
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
