package org.cellist.app.ui.output.ansi;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A terminal without a lower end: text goes in, lines come out.
///
/// # What it understands
///
/// Colours and marks; carriage return, backspace, tab; moving the cursor; erasing in a line and
/// below; deleting and erasing characters. It is what progress bars of `tqdm`, `pip` and `rich`
/// are made of. A new line also returns the carriage, as in a notebook's output.
///
/// # Text that may still change
///
/// A stream's last line may be replaced by the kernel's next words. [#replaceOpen] takes back
/// what the last such text did before it writes the new one: lines are remembered before they
/// change.
///
/// # Bounds
///
/// At most [#MOST_LINES] lines and [#MOST_UNITS] characters are kept; the oldest go first. A
/// larger screen is made with other limits.
///
/// Confined to one thread.
public final class Screen {

    /// Lines that are kept at most.
    public static final int MOST_LINES = 10_000;

    /// UTF-16 units that are kept at most.
    public static final int MOST_UNITS = 1_000_000;

    /// A line of that length is complete, in UTF-16 units: what is written after it begins another
    /// one, so that writing costs the same in a line that never ends.
    private static final int LONGEST_OPEN = 1 << 13;

    private static final int MOST_COLUMNS = 4096;
    private static final int TAB = 8;

    private final LineStore lines;
    private final EscapeParser parser = new EscapeParser(new Effects());

    private OpenLine open = new OpenLine();
    private boolean openChanged;
    private int row;
    private int column;
    private int savedRow;
    private int savedColumn;
    private TextStyle style = TextStyle.PLAIN;
    private @Nullable Mark mark;
    private int changedFrom;

    public Screen() {
        this(MOST_LINES, MOST_UNITS);
    }

    public Screen(int mostLines, int mostUnits) {
        this.lines = new LineStore(mostLines, mostUnits);
        lines.add(StyledLine.EMPTY);
    }

    /// Writes text that stays.
    public void append(String text) {
        takeBack();
        parser.feed(text);
        freeze();
        int dropped = lines.dropSurplus(row);
        row -= dropped;
        savedRow = Math.max(0, savedRow - dropped);
        changedFrom = Math.max(0, changedFrom - dropped);
    }

    /// Writes text in place of the text that this method wrote before.
    public void replaceOpen(String text) {
        takeBack();
        if (!text.isEmpty()) {
            mark = new Mark();
            parser.feed(text);
            freeze();
        }
    }

    /// Returns the number of lines; a text that ends with a new line has an empty last one.
    public int lineCount() {
        return lines.size();
    }

    public StyledLine line(int index) {
        return lines.get(index);
    }

    /// Returns how many lines went because there were too many.
    public long droppedLines() {
        return lines.dropped();
    }

    /// Returns the first line that changed since this was asked last; [#lineCount] if none did.
    public int takeChangedFrom() {
        int from = Math.min(changedFrom, lines.size());
        changedFrom = lines.size();
        return from;
    }

    private void takeBack() {
        if (mark != null) {
            mark.restore();
            mark = null;
        }
    }

    /// Puts the open line among the others.
    private void freeze() {
        if (openChanged) {
            set(row, open.frozen());
            openChanged = false;
        }
    }

    private void set(int index, StyledLine line) {
        if (mark != null) {
            mark.remember(index);
        }
        lines.set(index, line);
        changedFrom = Math.min(changedFrom, index);
    }

    private void moveTo(int newRow) {
        if (newRow == row) {
            return;
        }
        freeze();
        row = Math.max(0, newRow);
        while (row >= lines.size()) {
            changedFrom = Math.min(changedFrom, lines.size());
            lines.add(StyledLine.EMPTY);
        }
        var line = lines.get(row);
        if (line.text().isEmpty()) {
            open.clear();
        } else {
            open = OpenLine.of(line);
        }
    }

    private void moveToColumn(int newColumn) {
        column = Math.min(MOST_COLUMNS, Math.max(0, newColumn));
    }

    private void clearLine(int index) {
        if (index == row) {
            open.clear();
            openChanged = true;
        } else {
            set(index, StyledLine.EMPTY);
        }
    }

    /// What the parts of the text do.
    private final class Effects implements EscapeParser.Sink {

        @Override
        public void print(String text, int from, int to) {
            for (int at = from; at < to; ) {
                breakLongLine();
                int end = stretchEnd(text, at, to);
                column = open.write(column, text, at, end, style);
                openChanged = true;
                at = end;
            }
        }

        private void breakLongLine() {
            if (column >= open.columns() && open.length() >= LONGEST_OPEN) {
                newLine();
            }
        }

        /// Returns where the stretch ends that surely neither fills the line nor reaches its end
        /// from within; what stands there is at most two columns wide.
        private int stretchEnd(String text, int at, int to) {
            int covered = open.columns() - column;
            int room = covered > 0 ? covered / 2 : LONGEST_OPEN - open.length() + covered;
            int end = Math.min(to, at + Math.max(1, room));
            boolean cutsPair = end < to && Character.isLowSurrogate(text.charAt(end));
            return cutsPair ? end + 1 : end;
        }

        @Override
        public void control(char c) {
            switch (c) {
                case '\n' -> newLine();
                case '\r' -> column = 0;
                case '\b' -> column = Math.max(0, column - 1);
                case '\t' -> tab();
                default -> {}
            }
        }

        private void newLine() {
            moveTo(row + 1);
            column = 0;
        }

        private void tab() {
            breakLongLine();
            int to = (column / TAB + 1) * TAB;
            if (to > open.columns()) {
                open.write(column, " ".repeat(to - column), 0, to - column, style);
                openChanged = true;
            }
            column = to;
        }

        @Override
        public void escape(char function) {
            switch (function) {
                case '7' -> save();
                case '8' -> restore();
                case 'D', 'E' -> newLine();
                case 'M' -> moveTo(Math.max(0, row - 1));
                default -> {}
            }
        }

        @Override
        public void sequence(char function, Parameters parameters) {
            int steps = parameters.steps();
            switch (function) {
                case 'm' -> style = SgrCodes.applied(style, parameters);
                case 'A' -> moveTo(Math.max(0, row - steps));
                case 'B' -> moveTo(Math.min(lines.size() - 1, row + steps));
                case 'C' -> moveToColumn(column + steps);
                case 'D' -> moveToColumn(column - steps);
                case 'E' -> down(steps);
                case 'F' -> up(steps);
                case 'G', '`' -> moveToColumn(steps - 1);
                case 'd' -> moveTo(Math.min(lines.size() - 1, steps - 1));
                case 'H', 'f' -> home(parameters);
                case 'J' -> eraseLines(parameters.at(0, 0));
                case 'K' -> eraseInLine(parameters.at(0, 0));
                case 'P' -> remove(steps);
                case 'X' -> blank(column, column + steps);
                case 's' -> save();
                case 'u' -> restore();
                default -> {}
            }
        }

        private void down(int steps) {
            moveTo(Math.min(lines.size() - 1, row + steps));
            column = 0;
        }

        private void up(int steps) {
            moveTo(Math.max(0, row - steps));
            column = 0;
        }

        private void home(Parameters parameters) {
            moveTo(Math.min(lines.size() - 1, Math.max(1, parameters.at(0, 1)) - 1));
            moveToColumn(Math.max(1, parameters.at(1, 1)) - 1);
        }

        private void save() {
            savedRow = row;
            savedColumn = column;
        }

        private void restore() {
            moveTo(Math.min(lines.size() - 1, savedRow));
            column = savedColumn;
        }

        private void eraseLines(int which) {
            int from = which == 0 ? row + 1 : 0;
            int to = which == 1 ? row : lines.size();
            for (int i = from; i < to; i++) {
                clearLine(i);
            }
            if (which < 2) {
                eraseInLine(which);
            }
        }

        private void eraseInLine(int which) {
            switch (which) {
                case 0 -> open.cut(column);
                case 1 -> open.blank(0, column + 1, style);
                default -> open.clear();
            }
            openChanged = true;
        }

        private void remove(int count) {
            open.remove(column, count);
            openChanged = true;
        }

        private void blank(int from, int to) {
            open.blank(from, to, style);
            openChanged = true;
        }
    }

    /// The screen before a text that may be taken back.
    private final class Mark {

        private final Map<Integer, StyledLine> before = new HashMap<>();
        private final EscapeParser.Pending pending = parser.pending();
        private final int lineCount = lines.size();
        private final int markedRow = row;
        private final int markedColumn = column;
        private final int markedSavedRow = savedRow;
        private final int markedSavedColumn = savedColumn;
        private final TextStyle markedStyle = style;

        void remember(int index) {
            if (index < lineCount) {
                before.putIfAbsent(index, lines.get(index));
            }
        }

        void restore() {
            before.forEach(lines::set);
            lines.truncate(lineCount);
            changedFrom = Math.min(changedFrom, lineCount);
            before.keySet().forEach(index -> changedFrom = Math.min(changedFrom, index));
            parser.resume(pending);
            row = markedRow;
            column = markedColumn;
            savedRow = markedSavedRow;
            savedColumn = markedSavedColumn;
            style = markedStyle;
            open = OpenLine.of(lines.get(row));
            openChanged = false;
        }
    }
}
