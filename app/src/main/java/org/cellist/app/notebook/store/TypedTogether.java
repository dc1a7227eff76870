package org.cellist.app.notebook.store;

import java.util.Objects;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;

/// Whether what is typed at several carets at once goes on where the last key was typed. Pure.
///
/// Immutable.
final class TypedTogether {

    private TypedTogether() {}

    /// Returns whether each edit of a group goes on from that edit of the last one which was made
    /// at the same caret: letters of one word, or deletions in one direction.
    ///
    /// Such groups begin with the last place of a source, so that each place is that in the text
    /// before the group.
    static boolean goesOn(Group last, Group now) {
        int size = last.edits().size();
        if (size == 0 || now.edits().size() != size) {
            return false;
        }
        int shift = 0; // by the edits before a place, which were made after that at the place
        for (int i = size - 1; i >= 0; i--) {
            if (!(last.edits().get(i) instanceof EditSource before)
                    || !(now.edits().get(i) instanceof EditSource typed)
                    || (i > 0 && !isBefore(before, last.edits().get(i - 1)))
                    || !goesOn(moved(before, shift), typed)) {
                return false;
            }
            shift += before.inserted().length() - before.removedLength();
        }
        return true;
    }

    private static boolean isBefore(EditSource one, Object other) {
        return other instanceof EditSource later
                && one.cell().equals(later.cell())
                && one.offset() + one.removedLength() <= later.offset();
    }

    private static EditSource moved(EditSource edit, int by) {
        return new EditSource(
                edit.cell(),
                edit.offset() + by,
                edit.removedLength(),
                edit.inserted(),
                edit.editor());
    }

    private static boolean goesOn(EditSource last, EditSource edit) {
        if (!last.cell().equals(edit.cell()) || !Objects.equals(last.editor(), edit.editor())) {
            return false; // the carets are those of one view
        }
        if (UndoHistory.isDeletion(last) && UndoHistory.isDeletion(edit)) {
            return edit.offset() == last.offset()
                    || edit.offset() + edit.removedLength() == last.offset();
        }
        return edit.removedLength() == 0
                && UndoHistory.isTyped(last)
                && UndoHistory.isTyped(edit)
                && UndoHistory.typedOn(last, edit);
    }
}
