package org.cellist.app.ui.output.find;

import javafx.geometry.Bounds;
import org.jspecify.annotations.Nullable;

/// A node whose text can be searched.
///
/// Confined to the JavaFX Application Thread.
public interface Searchable {

    /// Marks all matches in place of those before.
    ///
    /// @return how many there are
    int find(TextMatches matches);

    /// Lets one match stand out, opens what hides it, and scrolls to it within this node.
    ///
    /// @param index of the match; -1 for none of them
    /// @return where it is, in pixels of this node; null for none
    @Nullable Bounds stand(int index);
}
