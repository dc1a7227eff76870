package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.Color;
import com.techsenger.jeditermfx.core.CursorShape;
import com.techsenger.jeditermfx.core.RequestOrigin;
import com.techsenger.jeditermfx.core.TerminalDisplay;
import com.techsenger.jeditermfx.core.compatibility.Point;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseFormat;
import com.techsenger.jeditermfx.core.emulator.mouse.MouseMode;
import com.techsenger.jeditermfx.core.model.TerminalSelection;
import com.techsenger.jeditermfx.core.util.TermSize;
import org.cellist.app.ui.terminal.emulation.ScreenShot.CursorForm;
import org.jspecify.annotations.Nullable;

/// What the emulator says of a terminal besides its text, and how far a person has scrolled back.
///
/// Confined to the emulator's thread.
final class Display implements TerminalDisplay {

    private static final int LONGEST_TITLE = 200;

    private final ShellFolder folder;
    private int cursorX;
    private int cursorY = 1;
    private boolean isCursorVisible = true;
    private CursorForm form = CursorForm.BLOCK;
    private boolean isWhole;
    private boolean takesMouse;
    private boolean marksPasted;
    private String title = "";
    private @Nullable TerminalSelection selection;
    private int back; // rows below the last one in sight
    private @Nullable Color foreground;
    private @Nullable Color background;

    /// @param folder looks at titles
    Display(ShellFolder folder) {
        this.folder = folder;
    }

    int cursorX() {
        return cursorX;
    }

    /// From 1.
    int cursorY() {
        return cursorY;
    }

    boolean isCursorVisible() {
        return isCursorVisible;
    }

    CursorForm form() {
        return form;
    }

    /// Whether a program has the whole screen.
    boolean isWhole() {
        return isWhole;
    }

    boolean takesMouse() {
        return takesMouse;
    }

    /// Whether the program wants to know where what is pasted begins and ends.
    boolean marksPasted() {
        return marksPasted;
    }

    int back() {
        return back;
    }

    void setBack(int rows) {
        back = rows;
    }

    void select(@Nullable TerminalSelection wanted) {
        selection = wanted;
    }

    /// Sets what programs are told that ask for the colours of the window.
    void setColours(Color text, Color paper) {
        foreground = text;
        background = paper;
    }

    @Override
    public void setCursor(int x, int y) {
        cursorX = x;
        cursorY = y;
    }

    @Override
    public void setCursorShape(@Nullable CursorShape shape) {
        form =
                switch (shape) {
                    case null -> CursorForm.BLOCK;
                    case BLINK_BLOCK, STEADY_BLOCK -> CursorForm.BLOCK;
                    case BLINK_UNDERLINE, STEADY_UNDERLINE -> CursorForm.UNDERLINE;
                    case BLINK_VERTICAL_BAR, STEADY_VERTICAL_BAR -> CursorForm.BAR;
                };
    }

    /// It makes no noise.
    @Override
    public void beep() {}

    /// Lines of another length are other rows.
    @Override
    public void onResize(TermSize size, RequestOrigin origin) {
        back = 0;
    }

    /// What is selected, and what a person has scrolled back to, moves along with the lines.
    @Override
    public void scrollArea(int top, int size, int dy) {
        boolean isFromTop = top == 1 && dy < 0;
        if (selection != null) {
            if (isFromTop) {
                selection.shiftY(dy);
            } else {
                selection = null;
            }
        }
        if (isFromTop && back > 0) {
            back -= dy;
        }
    }

    @Override
    public void setCursorVisible(boolean visible) {
        isCursorVisible = visible;
    }

    @Override
    public void useAlternateScreenBuffer(boolean isAlternate) {
        isWhole = isAlternate;
        back = 0;
        selection = null;
    }

    @Override
    public String getWindowTitle() {
        return title;
    }

    /// A title is a program's, and may be anything.
    @Override
    public void setWindowTitle(String given) {
        var plain = given.replaceAll("\\p{C}", "").strip();
        title = plain.substring(0, Math.min(plain.length(), LONGEST_TITLE));
        folder.lookAtTitle(plain);
    }

    @Override
    public @Nullable TerminalSelection getSelection() {
        return selection;
    }

    @Override
    public void terminalMouseModeSet(MouseMode mode) {
        takesMouse = mode != MouseMode.MOUSE_REPORTING_NONE;
    }

    /// The emulator knows it itself.
    @Override
    public void setMouseFormat(MouseFormat format) {}

    @Override
    public boolean ambiguousCharsAreDoubleWidth() {
        return false;
    }

    @Override
    public void setBracketedPasteMode(boolean isOn) {
        marksPasted = isOn;
    }

    @Override
    public @Nullable Color getWindowForeground() {
        return foreground;
    }

    @Override
    public @Nullable Color getWindowBackground() {
        return background;
    }

    /// Returns the selection in order, from its first letter to behind its last; null for none.
    @Nullable Span selected() {
        if (selection == null || selection.getStart().equals(selection.getEnd())) {
            return null;
        }
        var start = selection.getStart();
        var end = selection.getEnd();
        boolean isForward = start.y < end.y || (start.y == end.y && start.x <= end.x);
        return isForward ? new Span(start, end) : new Span(end, start);
    }

    /// Where a selection is: rows of the screen, of earlier lines below 0. Immutable once made.
    record Span(Point from, Point to) {

        /// Returns the first selected column of a row.
        int fromIn(int row) {
            return row == from.y ? from.x : 0;
        }

        /// Returns the column behind the last selected one.
        int toIn(int row, int columns) {
            return row == to.y ? to.x : columns;
        }

        boolean has(int row) {
            return row >= from.y && row <= to.y;
        }
    }
}
