package org.cellist.app.ui.workbench.split;

import javafx.geometry.Side;

/// Where a tab comes that is moved within a window or into it. Immutable.
///
/// @param <G> a group
public sealed interface Place<G> {

    /// In a group that is there.
    ///
    /// @param index before which of its tabs, as they are now
    record Among<G>(G group, int index) implements Place<G> {}

    /// In a new group at a side of one that is there.
    record Beside<G>(G group, Side side) implements Place<G> {}
}
