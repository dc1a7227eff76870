package org.cellist.app.ui.editor.vim;

import org.jspecify.annotations.Nullable;

/// What a key did. Immutable.
///
/// @param edit what to change in the text; null for nothing
/// @param anchor where the selection begins, in the text after the edit
/// @param caret where it ends, and the caret stands
/// @param request what somebody else has to do
public record VimStep(@Nullable Edit edit, int anchor, int caret, Request request) {

    /// The text from `start` to before `end` becomes `inserted`. Immutable.
    public record Edit(int start, int end, String inserted) {

        /// Returns the smallest edit that makes one text of another; null when they are equal.
        static @Nullable Edit between(String before, String after) {
            int start = 0;
            int most = Math.min(before.length(), after.length());
            while (start < most && before.charAt(start) == after.charAt(start)) {
                start++;
            }
            int tail = 0;
            while (tail < most - start
                    && before.charAt(before.length() - 1 - tail)
                            == after.charAt(after.length() - 1 - tail)) {
                tail++;
            }
            boolean isSame = start == before.length() && start == after.length();
            return isSame
                    ? null
                    : new Edit(
                            start,
                            before.length() - tail,
                            after.substring(start, after.length() - tail));
        }
    }

    /// What is not the text's. Immutable.
    public enum Request {
        NONE,
        UNDO,
        REDO,
        /// To the cell above, and the one below.
        LEAVE_UP,
        LEAVE_DOWN,
        /// To the command mode of the notebook.
        LEAVE,
        FIND,
        FIND_NEXT,
        FIND_PREVIOUS,
        SAVE
    }
}
