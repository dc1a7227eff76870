package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.compatibility.Point;
import com.techsenger.jeditermfx.core.model.TerminalLine;
import com.techsenger.jeditermfx.core.model.TerminalSelection;
import com.techsenger.jeditermfx.core.model.TerminalTextBuffer;
import com.techsenger.jeditermfx.core.util.CharUtils;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.terminal.emulation.ScreenShot.CursorPlace;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Link;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Place;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Row;
import org.jspecify.annotations.Nullable;

/// The part of a terminal's lines that is in sight, and what is selected of them.
///
/// Rows are counted as the emulator does: the screen's from 0, earlier lines below 0.
///
/// Confined to the emulator's thread.
final class Camera {

    private final TerminalTextBuffer buffer;
    private final Display display;

    Camera(TerminalTextBuffer buffer, Display display) {
        this.buffer = buffer;
        this.display = display;
    }

    private int above() {
        return display.isWhole() ? 0 : buffer.getHistoryLinesCount();
    }

    private int back() {
        return Math.clamp(display.back(), 0, above());
    }

    /// Shows the lines that have so many after them.
    void scrollTo(int below) {
        display.setBack(Math.clamp(below, 0, above()));
    }

    /// Returns what is in sight now.
    ///
    /// @param way how the way to the program is
    ScreenShot shoot(Way way) {
        int back = back();
        display.setBack(back);
        int columns = buffer.getWidth();
        var selected = display.selected();
        var rows = new ArrayList<Row>();
        for (int row = -back; row < buffer.getHeight() - back; row++) {
            rows.add(row(line(row), row, columns, selected));
        }
        return new ScreenShot(
                rows,
                columns,
                cursor(back, columns),
                above() - back,
                back,
                display.isWhole(),
                display.takesMouse(),
                selected != null,
                way,
                display.getWindowTitle());
    }

    private TerminalLine line(int row) {
        return buffer.getLine(row);
    }

    private static Row row(
            TerminalLine line, int row, int columns, Display.@Nullable Span selected) {
        var links = new ArrayList<Link>();
        var text = LineReader.read(line, columns, links);
        return selected != null && selected.has(row)
                ? new Row(
                        text,
                        line.isWrapped(),
                        selected.fromIn(row),
                        selected.toIn(row, columns),
                        links)
                : new Row(text, line.isWrapped(), 0, 0, links);
    }

    private @Nullable CursorPlace cursor(int back, int columns) {
        int row = display.cursorY() - 1 + back;
        if (!display.isCursorVisible() || row < 0 || row >= buffer.getHeight()) {
            return null;
        }
        int column = Math.min(display.cursorX(), columns - 1);
        char c = line(display.cursorY() - 1).charAt(column);
        boolean isWide = Character.isSurrogate(c) || CharColumns.of(c) == 2;
        return new CursorPlace(row, column, isWide ? 2 : 1, display.form());
    }

    // ---- selecting

    private Point point(Place place) {
        int row = Math.clamp(place.row() - back(), -above(), buffer.getHeight() - 1);
        return new Point(Math.clamp(place.column(), 0, buffer.getWidth()), row);
    }

    void select(Place from, Place to) {
        display.select(new TerminalSelection(point(from), point(to)));
    }

    void extend(Place to) {
        var selection = display.getSelection();
        if (selection == null) {
            select(to, to);
        } else {
            selection.updateEnd(point(to));
        }
    }

    /// A word is what stands between spaces and brackets, so that a path is one.
    void selectWord(Place place) {
        var at = point(place);
        var line = line(at.y);
        int from = Math.min(at.x, buffer.getWidth() - 1);
        int to = from + 1;
        if (isWord(line.charAt(from))) {
            while (from > 0 && isWord(line.charAt(from - 1))) {
                from--;
            }
            while (to < buffer.getWidth() && isWord(line.charAt(to))) {
                to++;
            }
        }
        display.select(new TerminalSelection(new Point(from, at.y), new Point(to, at.y)));
    }

    private static boolean isWord(char c) {
        return c > ' ' && c != '\u00a0' && "'\"`()[]{}<>|;,".indexOf(c) < 0;
    }

    /// All rows of a line that is longer than a row.
    void selectLine(Place place) {
        int first = point(place).y;
        int last = first;
        while (first > -above() && line(first - 1).isWrapped()) {
            first--;
        }
        while (last < buffer.getHeight() - 1 && line(last).isWrapped()) {
            last++;
        }
        display.select(
                new TerminalSelection(new Point(0, first), new Point(buffer.getWidth(), last)));
    }

    void selectAll() {
        display.select(
                new TerminalSelection(
                        new Point(0, -above()),
                        new Point(buffer.getWidth(), buffer.getHeight() - 1)));
    }

    /// Returns what is selected: lines as they were written, however wide the window is, and
    /// without the spaces at their ends.
    String selectedText() {
        var span = display.selected();
        if (span == null) {
            return "";
        }
        var lines = new ArrayList<String>();
        var text = new StringBuilder();
        for (int row = Math.max(span.from().y, -above()); row <= span.to().y; row++) {
            var line = line(row);
            text.append(letters(line, span.fromIn(row), span.toIn(row, buffer.getWidth())));
            if (!line.isWrapped() || row == span.to().y) {
                lines.add(text.toString().stripTrailing());
                text.setLength(0);
            }
        }
        return String.join("\n", withoutEmptyEnd(lines));
    }

    /// A screen that is half empty ends with its last line.
    private static List<String> withoutEmptyEnd(List<String> lines) {
        int end = lines.size();
        while (end > 1 && lines.get(end - 1).isEmpty()) {
            end--;
        }
        return lines.subList(0, end);
    }

    private static String letters(TerminalLine line, int from, int to) {
        var cells = line.getText();
        int start = Math.min(from, cells.length());
        return cells.substring(start, Math.clamp(to, start, cells.length()))
                .replace(Character.toString(CharUtils.DWC), "")
                .replace(CharUtils.NUL_CHAR, ' ');
    }
}
