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
    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private long lastNumber;
    private @Nullable NotebookEdit last;
    private Instant lastAt = Instant.MIN;

    UndoHistory(Clock clock) {
        this.clock = clock;
    }

    /// A step, as it is taken back or made again. Immutable.
    ///
    /// @param number stays with the step when it grows, is taken back and is made again; no other
    ///     step ever has it
    record Step(long number, List<Inverse> inverse) {

        Step {
            inverse = List.copyOf(inverse);
        }
    }

    /// Returns the number of the step that would be taken back now; 0 if there is none.
    long newest() {
        var step = undo.peekFirst();
        return step == null ? 0 : step.number();
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
            undo.addFirst(new Step(undo.removeFirst().number(), longer));
        } else {
            undo.addFirst(new Step(++lastNumber, inverse));
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
            longer.addAll(step.inverse());
            return List.copyOf(longer);
        }
        return null;
    }

    /// Returns what takes back the last step and this edit together; null when they do not belong
    /// together.
    private @Nullable EditSource continued(
            EditSource last, EditSource edit, List<Inverse> inverse) {
        var step = undo.peekFirst();
        var back = step == null ? null : soleEdit(step.inverse());
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

    private static @Nullable EditSource soleEdit(List<Inverse> step) {
        return step.size() == 1 && step.getFirst() instanceof Inverse.Edit(EditSource edit)
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

    Optional<Step> takeUndo() {
        last = null;
        return Optional.ofNullable(undo.pollFirst());
    }

    Optional<Step> takeRedo() {
        last = null;
        return Optional.ofNullable(redo.pollFirst());
    }

    /// Keeps a step that was taken back, or was made again.
    ///
    /// @param reversed does the opposite of what was done now
    void replayed(Step reversed, boolean isBack) {
        (isBack ? redo : undo).addFirst(reversed);
    }

    void clear() {
        undo.clear();
        redo.clear();
        last = null;
    }
}
