package org.cellist.app.notebook.model;

/// The one range in which two texts differ. Immutable.
///
/// @param start of the range in both
/// @param oldEnd its end in the old text
/// @param inserted what the new one has there
public record TextChange(int start, int oldEnd, String inserted) {

    /// Returns what makes the new text of the old one. It begins and ends between characters, never
    /// inside the pair of a line end.
    public static TextChange between(String before, String after) {
        int shorter = Math.min(before.length(), after.length());
        int start = 0;
        while (start < shorter && before.charAt(start) == after.charAt(start)) {
            start++;
        }
        while (start > 0 && before.charAt(start - 1) == '\r') {
            start--;
        }
        int same = 0;
        while (same < shorter - start
                && before.charAt(before.length() - 1 - same)
                        == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        while (same > 0 && before.charAt(before.length() - same) == '\n') {
            same--;
        }
        return new TextChange(
                start, before.length() - same, after.substring(start, after.length() - same));
    }
}
