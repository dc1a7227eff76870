package org.cellist.app.ui.workbench.watch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.jspecify.annotations.Nullable;

/// Looks at one place where kernels run. Whoever made it is told each look that it makes of itself
/// between [#begin] and [#end].
///
/// Confined to the JavaFX Application Thread, where everything is told.
interface PlaceLooks {

    /// A kernel of an open notebook runs there from now on.
    void begin();

    /// None runs there any more.
    void end();

    /// A kernel there has nothing to do any more.
    default void rests(Watched document) {
        // It is no news of the place.
    }

    /// Looks at everything, for somebody who sees it.
    ///
    /// @param notebook whose folder's disk is meant; null for none
    void look(@Nullable Path notebook, Consumer<Look> then);

    /// Looks what kernels take of the memory.
    void uses(Consumer<List<Use>> then);
}
