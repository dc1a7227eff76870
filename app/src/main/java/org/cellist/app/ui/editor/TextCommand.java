package org.cellist.app.ui.editor;

/// What can be done to the lines that a selection touches, and asked at the caret. Immutable.
public enum TextCommand {
    /// Makes them comments, or code again if all of them are.
    TOGGLE_COMMENT,
    /// Moves them before the line above.
    MOVE_LINES_UP,
    /// Moves them behind the line below.
    MOVE_LINES_DOWN,
    /// Inserts them once more below.
    DUPLICATE_LINES,
    REMOVE_LINES,
    /// Moves them to the right by one step.
    INDENT,
    /// Moves them to the left by one step.
    OUTDENT,
    /// Adds a caret on the line above the first one.
    ADD_CARET_ABOVE,
    /// Adds a caret on the line below the last one.
    ADD_CARET_BELOW,
    /// Selects the next place of the selected text too; first the word at the caret.
    SELECT_NEXT_OCCURRENCE,
    /// Selects every place of the selected text, or of the word at the caret.
    SELECT_ALL_OCCURRENCES,
    /// Shows how the name at the caret may go on.
    COMPLETE,
    /// Shows what stands at the caret.
    INSPECT,
    /// Shows the signature of the call around the caret.
    SHOW_SIGNATURE,
    /// Hides the block around the caret but for its first line.
    FOLD,
    /// Shows the block again that begins on the caret's line.
    UNFOLD,
    FOLD_ALL,
    UNFOLD_ALL,

    /// The next level of heading; no heading after the third. Those from here on are Markdown's:
    /// they do nothing in a text of another language.
    HEADING,
    BOLD,
    ITALIC,
    CODE,
    /// A formula within a line; one of its own when whole lines are selected.
    MATHS,
    LINK,
    IMAGE,
    BULLETS,
    NUMBERS,
    QUOTATION,
    TABLE,
    /// Gives the columns of the table at the caret one width each.
    FORMAT_TABLE
}
