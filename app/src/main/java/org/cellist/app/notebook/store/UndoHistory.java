package org.cellist.app.notebook.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.store.Applied.Inverse;
import org.jspecify.annotations.Nullable;

/// The steps that can be taken back, and those that were.
///
/// Keys typed one after the other are one step, up to the end of a word, a pause, another place
/// or another kind of change, as text editors do; so is a value that is replaced again and again,
/// as a slider does, and what is typed at several carets at once. The oldest steps are dropped
/// when there are too many.
///
/// Confined to the store's owner.
final class UndoHistory {

    /// A longer pause begins a new step.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int MOST_STEPS = 10_000;

    private final Clock clock;
    private final Deque<List<Inverse>> undo = new ArrayDeque<>();
    private final Deque<List<Inverse>> redo = new ArrayDeque<>();
    private @Nullable NotebookEdit last;
    private Instant lastAt = Instant.MIN;

    UndoHistory(Clock clock) {
        this.clock = clock;
    }

    boolean canUndo() {
        return !undo.isEmpty();
    }

    boolean canRedo() {
        return !redo.isEmpty();
    }

    /// Remembers how to take back an edit that was made now.
    void made(NotebookEdit edit, List<Inverse> inverse) {
        redo.clear();
        var now = clock.instant();
        var longer = now.isAfter(lastAt.plus(PAUSE)) ? null : continued(edit, inverse);
        if (longer != null) {
            undo.removeFirst();
            undo.addFirst(longer);
        } else {
            undo.addFirst(inverse);
            if (undo.size() > MOST_STEPS) {
                undo.removeLast();
            }
        }
        last = edit;
        lastAt = now;
    }

    /// Returns the last step with this edit added to it; null when they do not belong together.
    private @Nullable List<Inverse> continued(NotebookEdit edit, List<Inverse> inverse) {
        if (edit instanceof EditSource typed && last instanceof EditSource before) {
            var longer = continued(before, typed, inverse);
            return longer == null ? null : List.of(new Inverse.Edit(longer));
        }
        var step = undo.peekFirst();
        if (step != null
                && edit instanceof Group typed
                && last instanceof Group before
                && TypedTogether.goesOn(before, typed)) {
            var longer = new ArrayList<>(inverse);
            longer.addAll(step);
            return List.copyOf(longer);
        }
        return null;
    }

    /// Returns what takes back the last step and this edit together; null when they do not belong
    /// together.
    private @Nullable EditSource continued(
            EditSource last, EditSource edit, List<Inverse> inverse) {
        var back = soleEdit(undo.peekFirst());
        var more = soleEdit(inverse);
        if (back == null || more == null || !last.cell().equals(edit.cell())) {
            return null;
        }
        if (isReplacedAgain(last, edit)) {
            return new EditSource(
                    back.cell(), back.offset(), edit.inserted().length(), back.inserted(), null);
        }
        if (isTyped(last) && isTyped(edit) && edit.removedLength() == 0) {
            return typedOn(last, edit) ? joined(back, back.offset(), more, "") : null;
        }
        if (!isDeletion(last) || !isDeletion(edit)) {
            return null;
        }
        if (edit.offset() == last.offset()) {
            return joined(back, back.offset(), more, more.inserted());
        }
        boolean isBackwards = edit.offset() + edit.removedLength() == last.offset();
        return isBackwards
                ? new EditSource(
                        back.cell(), more.offset(), 0, more.inserted() + back.inserted(), null)
                : null;
    }

    private static EditSource joined(EditSource back, int offset, EditSource more, String text) {
        return new EditSource(
                back.cell(),
                offset,
                back.removedLength() + more.removedLength(),
                back.inserted() + text,
                null);
    }

    /// Returns whether the very text that the last edit put in place of another is replaced now, by
    /// the same view.
    private static boolean isReplacedAgain(EditSource last, EditSource edit) {
        return last.removedLength() > 0
                && last.offset() == edit.offset()
                && last.inserted().length() == edit.removedLength()
                && !edit.inserted().isEmpty()
                && edit.removedLength() > 0
                && edit.editor() != null
                && edit.editor().equals(last.editor());
    }

    static boolean typedOn(EditSource last, EditSource edit) {
        boolean follows = edit.offset() == last.offset() + last.inserted().length();
        boolean beginsWord = !edit.inserted().isBlank() && last.inserted().isBlank();
        return follows && !beginsWord && !edit.inserted().contains("\n");
    }

    private static @Nullable EditSource soleEdit(@Nullable List<Inverse> step) {
        return step != null
                        && step.size() == 1
                        && step.getFirst() instanceof Inverse.Edit(EditSource edit)
                ? edit
                : null;
    }

    /// Returns whether one character was typed, perhaps over a selection.
    static boolean isTyped(EditSource edit) {
        var text = edit.inserted();
        return !text.isEmpty() && text.codePointCount(0, text.length()) == 1;
    }

    /// Returns whether one character was deleted.
    static boolean isDeletion(EditSource edit) {
        return edit.inserted().isEmpty() && edit.removedLength() <= 2;
    }

    Optional<List<Inverse>> takeUndo() {
        last = null;
        return Optional.ofNullable(undo.pollFirst());
    }

    Optional<List<Inverse>> takeRedo() {
        last = null;
        return Optional.ofNullable(redo.pollFirst());
    }

    void undone(List<Inverse> again) {
        redo.addFirst(again);
    }

    void redone(List<Inverse> back) {
        undo.addFirst(back);
    }

    void clear() {
        undo.clear();
        redo.clear();
        last = null;
    }
}
