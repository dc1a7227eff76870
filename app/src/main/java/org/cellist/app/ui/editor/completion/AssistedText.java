package org.cellist.app.ui.editor.completion;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// The source that is being typed, as its editor has it. Places are UTF-16 units of the source.
///
/// Confined to the JavaFX Application Thread.
public interface AssistedText {

    /// Returns what is known about this code.
    CodeAssist assist();

    /// Returns the source as the document has it, live: a look at one unit costs nothing.
    CharSequence source();

    int caret();

    /// Returns whether a suggestion may be put in: the text can be edited, has the focus and no
    /// selection, and no input method composes.
    boolean takesSuggestions();

    /// Returns whether what is selected, if anything, lies on one line.
    boolean isWithinLine();

    /// Returns whether the unit before a place is code, by its colour: no string, no comment.
    boolean isCodeBefore(int place);

    /// Returns whether its language calls and passes as Python does.
    boolean isPython();

    /// Replaces a range as if typed, in one step, with the caret behind it.
    void replace(int start, int end, String text);

    /// Returns where a unit is on the screen; null when that is not shown.
    @Nullable Bounds placeOnScreen(int place);

    /// Returns what moves when this text is scrolled.
    Node node();
}
