package org.cellist.app.ui.workbench;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something that a person can ask for, by menu, button or key. Immutable.
///
/// @param key its text in the bundle `workbench`, under `command.`
/// @param keys the keys that ask for it, null for none
/// @param possible whether it makes sense now
record Command(
        String key,
        @Nullable KeyCombination keys,
        ObservableBooleanValue possible,
        Runnable action) {

    void run() {
        if (possible.get()) {
            action.run();
        }
    }
}
