package org.cellist.app.ui.workbench.session;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A notebook of a window that runs at some place. Immutable.
///
/// @param notebook its file; null if it has none
/// @param joined the kernel that a person has chosen for it; null for one of its own
record OpenThere(@Nullable Path notebook, @Nullable String joined) {

    /// Returns whether that is its kernel.
    ///
    /// @param kernelsNotebook which that runs for, where that is known
    boolean is(@Nullable Path kernelsNotebook, String kernel) {
        return joined == null
                ? notebook != null && notebook.equals(kernelsNotebook)
                : joined.equals(kernel);
    }
}
