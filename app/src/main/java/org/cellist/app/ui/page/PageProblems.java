package org.cellist.app.ui.page;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is known to be wrong in the code of a page. Immutable.
///
/// @param errors how many
/// @param others how many warnings and remarks
/// @param lack why nothing is known, in a person's words; empty when that is as it should be
public record PageProblems(int errors, int others, String lack) {

    /// Nothing is known to be wrong.
    public static final PageProblems NONE = new PageProblems(0, 0, "");

    /// What a page without code has.
    static final ReadOnlyObjectProperty<PageProblems> NEVER_ANY =
            new ReadOnlyObjectWrapper<>(NONE).getReadOnlyProperty();
}
