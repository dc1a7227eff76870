package org.cellist.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.editor.caret.Carets;
import org.cellist.app.ui.editor.caret.CaretsAround;
import org.cellist.app.ui.editor.caret.Change;
import org.cellist.app.ui.editor.caret.SeveralCarets;
import org.jspecify.annotations.Nullable;

/// What a person changes in the area, on its way to the source and to who listens to the editor.
///
/// Confined to the JavaFX Application Thread.
final class Edits {

    private final SourceText source;
    private final HighlightView colours;
    private final SeveralCarets carets;
    private final Told told;
    private @Nullable List<SourceEdit> together; // that are told as one when all are made

    Edits(SourceText source, HighlightView colours, SeveralCarets carets, Told told) {
        this.source = source;
        this.colours = colours;
        this.carets = carets;
        this.told = told;
    }

    /// Who is told, when the source is what the area shows.
    interface Told {

        /// A person changed the text.
        ///
        /// @param edits one, or several that are one step
        /// @param carets where they stood and stand, of several; null of one
        void edited(List<SourceEdit> edits, @Nullable CaretsAround carets);
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
            told.edited(List.of(edit), null);
        } else {
            together.add(edit);
        }
    }

    /// Takes over what an input method has put into the area, and brings it to the other carets.
    void composed(int shownOffset, String removed, String inserted) {
        if (!carets.areSeveral()) {
            report(shownOffset, removed, inserted);
            return;
        }
        var change = new Change(shownOffset, removed.length(), inserted.length());
        asOne(
                carets.carets().before(change),
                () -> {
                    report(shownOffset, removed, inserted);
                    carets.replaceOthers(inserted);
                });
    }

    /// Runs something that changes the area in several places, and tells of it once.
    ///
    /// @param shownBefore where the carets are shown in the text before that
    void asOne(Carets shownBefore, Runnable changes) {
        var before = shownBefore.by(source.toSourceInOrder());
        var edits = new ArrayList<SourceEdit>();
        together = edits;
        try {
            changes.run();
        } finally {
            together = null;
            if (!edits.isEmpty()) {
                told.edited(
                        edits,
                        new CaretsAround(before, carets.carets().by(source.toSourceInOrder())));
            }
        }
    }
}
