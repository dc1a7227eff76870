package org.cellist.app.ui.editor.caret;

import org.fxmisc.richtext.model.PlainTextChange;

/// A replacement of text: `removed` units from `start` on became `inserted` units. Immutable.
public record Change(int start, int removed, int inserted) {

    /// Returns what really changed, without what stands at both ends before and after.
    static Change of(PlainTextChange change) {
        var removed = change.getRemoved();
        var inserted = change.getInserted();
        int most = Math.min(removed.length(), inserted.length());
        int head = 0;
        while (head < most && removed.charAt(head) == inserted.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < most - head
                && removed.charAt(removed.length() - 1 - tail)
                        == inserted.charAt(inserted.length() - 1 - tail)) {
            tail++;
        }
        int same = head + tail;
        return new Change(
                change.getPosition() + head, removed.length() - same, inserted.length() - same);
    }

    /// Returns what takes the change back.
    Change inverse() {
        return new Change(start, /* removed= */ inserted, /* inserted= */ removed);
    }

    /// Returns where an offset belongs afterwards.
    ///
    /// One inside the removed range goes to its start; one at or before the change stays.
    public int moved(int offset) {
        if (offset <= start) {
            return offset;
        }
        return offset < start + removed ? start : offset - removed + inserted;
    }
}
