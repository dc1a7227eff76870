package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person changes in the area, on its way to the source and to who listens to the editor.
///
/// Confined to the JavaFX Application Thread.
final class Edits {

    private final SourceText source;
    private final HighlightView colours;
    private final Told told;
    private @Nullable List<SourceEdit> together; // that are told as one when all are made

    Edits(SourceText source, HighlightView colours, Told told) {
        this.source = source;
        this.colours = colours;
        this.told = told;
    }

    /// Who is told, when the source is what the area shows.
    interface Told {

        /// A person changed the text.
        ///
        /// @param edits one, or several that are one step
        void edited(List<SourceEdit> edits, boolean isTogether);
    }

    /// Returns whether changes are not told yet.
    boolean areGathered() {
        return together != null;
    }

    /// Takes over a change of the area's text.
    void report(int shownOffset, String removed, String insertedAsShown) {
        int offset = source.toSource(shownOffset);
        int removedLength = source.toSource(shownOffset + removed.length()) - offset;
        var inserted = source.withOwnLineEnds(insertedAsShown);
        int plain = source.folds().toWhole(shownOffset);
        int removedPlain = source.folds().toWhole(shownOffset + removed.length()) - plain;
        source.replace(offset, removedLength, inserted);
        colours.edited(plain, removedPlain, insertedAsShown.length());
        var edit = new SourceEdit(offset, removedLength, inserted);
        if (together == null) {
            told.edited(List.of(edit), false);
        } else {
            together.add(edit);
        }
    }

    /// Runs something that changes the area in several places, and tells of it once.
    void asOne(Runnable changes) {
        var edits = new ArrayList<SourceEdit>();
        together = edits;
        try {
            changes.run();
        } finally {
            together = null;
            if (!edits.isEmpty()) {
                told.edited(edits, true);
            }
        }
    }
}
