package org.cellist.app.ui.workbench.measure;

import java.util.function.Consumer;

/// Something that gives the window much to do for a while.
///
/// Confined to the JavaFX Application Thread.
interface Burst {

    /// Prepares it.
    ///
    /// @param ready called when the next thing is [#begin]
    /// @param failed takes what is missing, in English
    void prepare(Runnable ready, Consumer<String> failed);

    /// Begins.
    void begin();

    /// Returns whether it is over.
    boolean isOver();
}
