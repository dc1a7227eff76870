package org.cellist.app.ui.notebook;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.ui.cell.FoundMarks;
import org.cellist.app.ui.cell.ProblemMarks;

/// What stands out in the sources of a page.
///
/// Confined to the JavaFX Application Thread.
///
/// @param found by a search
/// @param problems by a language server
record PageMarks(ObjectProperty<FoundMarks> found, ObjectProperty<ProblemMarks> problems) {

    PageMarks() {
        this(
                new SimpleObjectProperty<>(FoundMarks.NONE),
                new SimpleObjectProperty<>(ProblemMarks.NONE));
    }

    /// Follows what the frame of the page has.
    void follow(PageFrame frame) {
        found.bind(frame.marksProperty());
        problems.bind(frame.language().marksProperty());
    }
}
