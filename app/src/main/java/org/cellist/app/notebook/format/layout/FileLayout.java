package org.cellist.app.notebook.format.layout;

/// How a file lays out its JSON, so that new parts look like the old ones. Immutable.
///
/// @param indent one step of indentation; empty for a file on one line
/// @param isOneLine no line ends between values
/// @param lineEnd between values: `\n`, `\r\n` or `\r`
/// @param itemSeparator between values, without the line end: `,` or `, `
/// @param nameSeparator after a name: `: `, `:` or whatever the file has
/// @param isAsciiOnly characters beyond ASCII are written as escapes
/// @param hasSourceLists sources and texts are lists of lines, not one string
public record FileLayout(
        String indent,
        boolean isOneLine,
        String lineEnd,
        String itemSeparator,
        String nameSeparator,
        boolean isAsciiOnly,
        boolean hasSourceLists,
        MemberOrder order) {

    /// What Python's `nbformat.write` does: `indent=1, sort_keys=True, ensure_ascii=False`.
    public static final FileLayout NBFORMAT =
            new FileLayout(" ", false, "\n", ",", ": ", false, true, MemberOrder.SORTED);

    /// Returns the line end and indentation before a value at that depth; nothing on one line.
    public String breakAt(int depth) {
        return isOneLine ? "" : lineEnd + indent.repeat(depth);
    }
}
