package org.cellist.app.notebook.format;

/// How a file lays out its JSON, so that new parts look like the old ones. Immutable.
///
/// @param indent one step of indentation; empty for a file on one line
/// @param isOneLine no line ends between values
/// @param lineEnd between values: `\n`, `\r\n` or `\r`
/// @param itemSeparator after a value on one line: `,` or `, `
/// @param nameSeparator after a name: `: ` or `:`
/// @param isAsciiOnly characters beyond ASCII are written as escapes
/// @param hasSortedNames members stand in the order of their names, as Python's nbformat writes
/// @param hasSourceLists sources and texts are lists of lines, not one string
record FileLayout(
        String indent,
        boolean isOneLine,
        String lineEnd,
        String itemSeparator,
        String nameSeparator,
        boolean isAsciiOnly,
        boolean hasSortedNames,
        boolean hasSourceLists) {

    /// What Python's `nbformat.write` does: `indent=1, sort_keys=True, ensure_ascii=False`.
    static final FileLayout NBFORMAT =
            new FileLayout(" ", false, "\n", ",", ": ", false, true, true);
}
