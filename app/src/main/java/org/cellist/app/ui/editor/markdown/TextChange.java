package org.cellist.app.ui.editor.markdown;

import org.cellist.app.notebook.model.Spliced;

/// A range of a text that becomes another text, and what is selected then. Immutable.
///
/// @param start of the range, in UTF-16 units
/// @param end of the range
/// @param inserted what stands in its place
/// @param anchor where the selection begins afterwards, in the changed text
/// @param caret where it ends
record TextChange(int start, int end, String inserted, int anchor, int caret) {

    /// Returns the changed text.
    String in(String text) {
        return Spliced.text(text, start, end, inserted);
    }
}
