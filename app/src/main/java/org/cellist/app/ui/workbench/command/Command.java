package org.cellist.app.ui.workbench.command;

import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import org.cellist.app.ui.keys.KeyPlace;

/// Something that a person can ask for, by menu, button, key or palette. Immutable.
///
/// @param id its name in maps of keys; its text in the bundle `workbench` is under `command.`
/// @param place where keys mean it that write no letter
/// @param shownKeys how the keys are read that ask for it now; empty for none
/// @param possible whether it makes sense now
public record Command(
        String id,
        KeyPlace place,
        Supplier<String> shownKeys,
        ObservableBooleanValue possible,
        Runnable action) {

    /// Returns the text of what it belongs to, in the bundle `workbench`.
    public String groupKey() {
        int dot = id.indexOf('.');
        return "group." + (dot < 0 ? "view" : id.substring(0, dot));
    }

    /// Returns its text in the bundle `workbench`.
    public String textKey() {
        return "command." + id;
    }

    public void run() {
        if (possible.get()) {
            action.run();
        }
    }
}
