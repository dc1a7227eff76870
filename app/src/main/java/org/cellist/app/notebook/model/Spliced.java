package org.cellist.app.notebook.model;

/// Texts of which a part was replaced.
///
/// Immutable.
public final class Spliced {

    private Spliced() {}

    /// Returns a text with another one in place of a range.
    ///
    /// Copies the text as a whole. Put together from its parts, a long one costs ten times as
    /// much as soon as it has letters beyond Latin ones: each part is first looked through for
    /// them, to be stored in half the room, and then widened again. A key in a long cell waits for
    /// that.
    ///
    /// @param start of the range, in UTF-16 units
    /// @param end of the range
    /// @throws IndexOutOfBoundsException if the range does not lie in the text
    public static String text(String text, int start, int end, String inserted) {
        var spliced = new StringBuilder(text);
        if (start < end) {
            spliced.delete(start, end);
        }
        return spliced.insert(start, inserted).toString();
    }
}
