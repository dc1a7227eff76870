package org.cellist.app.ui.terminal.emulation;

import java.util.List;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.jspecify.annotations.Nullable;

/// What a terminal shows at one moment. Immutable.
///
/// @param rows those in sight, from the top
/// @param columns how wide each is
/// @param cursor null while there is none in sight
/// @param above how many earlier lines there are above the first row
/// @param below how many later lines there are below the last row: 0 while the newest are in sight
/// @param isWhole whether a program has the whole screen, as an editor does: there are no earlier
///     lines then
/// @param takesMouse whether the program wants to know of the mouse
/// @param hasSelection whether something is selected, in sight or not
/// @param way how the way to the program is
/// @param title what the program calls itself; empty for nothing
public record ScreenShot(
        List<Row> rows,
        int columns,
        @Nullable CursorPlace cursor,
        int above,
        int below,
        boolean isWhole,
        boolean takesMouse,
        boolean hasSelection,
        Way way,
        String title) {

    /// Nothing yet.
    public static final ScreenShot EMPTY =
            new ScreenShot(List.of(), 1, null, 0, 0, false, false, false, new Way.Whole(), "");

    public ScreenShot {
        rows = List.copyOf(rows);
    }

    /// One row. Immutable.
    ///
    /// @param isWrapped whether its line goes on in the next row
    /// @param selectedFrom the first column that is selected
    /// @param selectedTo the column behind the last one; the same as the first for none
    /// @param links where the program has put addresses, in order
    public record Row(
            StyledLine line,
            boolean isWrapped,
            int selectedFrom,
            int selectedTo,
            List<Link> links) {

        public Row {
            links = List.copyOf(links);
        }
    }

    /// An address under the letters from `start` to before `end`, in UTF-16 units. It is the
    /// program's, and may be anything. Immutable.
    public record Link(int start, int end, String address) {}

    /// Where the cursor is. Immutable.
    ///
    /// @param columns how wide the letter is that it stands on
    public record CursorPlace(int row, int column, int columns, CursorForm form) {}

    /// How the cursor looks.
    public enum CursorForm {
        BLOCK,
        UNDERLINE,
        BAR
    }

    /// A place of the rows in sight.
    ///
    /// @param row from the first row in sight; negative above it
    /// @param column from the left
    ///
    /// Immutable.
    public record Place(int row, int column) {}
}
