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
import org.cellist.app.notebook.store.Applied.Inverse;
import org.jspecify.annotations.Nullable;

/// The steps that can be taken back, and those that were.
///
/// Keys typed one after the other are one step, up to the end of a word, a pause, another place
/// or
/// another kind of change, as text editors do.
///
/// Confined to the store's owner.
final class UndoHistory {

    /// A longer pause begins a new step.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int MOST_STEPS = 10_000;

    private final Clock clock;
    private final Deque<List<Inverse>> undo = new ArrayDeque<>();
    private final Deque<List<Inverse>> redo = new ArrayDeque<>();
    private @Nullable EditSource lastTyped;
    private Instant lastTypedAt = Instant.MIN;

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
        var step = undo.peekFirst();
        if (edit instanceof EditSource typed && step != null && continues(typed, now)) {
            var longer = new ArrayList<>(inverse);
            longer.addAll(step);
            undo.removeFirst();
            undo.addFirst(List.copyOf(longer));
        } else {
            undo.addFirst(inverse);
            if (undo.size() > MOST_STEPS) {
                undo.removeLast();
            }
        }
        lastTyped = edit instanceof EditSource typed ? typed : null;
        lastTypedAt = now;
    }

    private boolean continues(EditSource edit, Instant now) {
        var last = lastTyped;
        if (last == null
                || !last.cell().equals(edit.cell())
                || now.isAfter(lastTypedAt.plus(PAUSE))) {
            return false;
        }
        boolean bothType = isTyping(last) && isTyping(edit);
        boolean bothDelete = isDeleting(last) && isDeleting(edit);
        if (bothType) {
            boolean follows = edit.offset() == last.offset() + last.inserted().length();
            boolean beginsWord = !isBlank(edit.inserted()) && isBlank(last.inserted());
            return follows && !beginsWord && !edit.inserted().contains("\n");
        }
        return bothDelete
                && (edit.offset() == last.offset()
                        || edit.offset() + edit.removedLength() == last.offset());
    }

    private static boolean isTyping(EditSource edit) {
        return edit.removedLength() == 0
                && edit.inserted().codePointCount(0, edit.inserted().length()) == 1;
    }

    private static boolean isDeleting(EditSource edit) {
        return edit.inserted().isEmpty() && edit.removedLength() <= 2;
    }

    private static boolean isBlank(String text) {
        return text.isBlank();
    }

    Optional<List<Inverse>> takeUndo() {
        lastTyped = null;
        return Optional.ofNullable(undo.pollFirst());
    }

    Optional<List<Inverse>> takeRedo() {
        lastTyped = null;
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
        lastTyped = null;
    }
}
