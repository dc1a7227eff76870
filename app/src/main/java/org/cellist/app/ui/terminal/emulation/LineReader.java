package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.TerminalColor;
import com.techsenger.jeditermfx.core.TextStyle.Option;
import com.techsenger.jeditermfx.core.model.CharBuffer;
import com.techsenger.jeditermfx.core.model.TerminalLine;
import com.techsenger.jeditermfx.core.util.CharUtils;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.output.ansi.CharColumns;
import org.cellist.app.ui.output.ansi.StyledLine;
import org.cellist.app.ui.output.ansi.StyledLine.Run;
import org.cellist.app.ui.output.ansi.TextColour;
import org.cellist.app.ui.output.ansi.TextStyle;
import org.cellist.app.ui.terminal.emulation.ScreenShot.Link;
import org.jspecify.annotations.Nullable;

/// Turns the emulator's lines into those that outputs are drawn of.
///
/// Stateless.
final class LineReader {

    /// From here on a unit may be other than one column wide.
    private static final int FIRST_UNUSUAL = 0x300;

    private LineReader() {}

    /// Returns a line as it is now.
    ///
    /// @param columns cells beyond these are not in sight
    /// @param links takes the addresses in it
    static StyledLine read(TerminalLine line, int columns, List<Link> links) {
        var text = new StringBuilder();
        var runs = new ArrayList<Run>();
        int cells = 0;
        for (var entry : line.getEntries()) {
            var style = style(entry.getStyle());
            int start = text.length();
            cells += append(entry.getText(), columns - cells, text);
            if (text.length() > start && entry.getStyle() instanceof LinkedStyle linked) {
                add(new Link(start, text.length(), linked.address()), links);
            }
            if (!style.isPlain() && text.length() > start) {
                runs.add(new Run(start, text.length(), style));
            }
        }
        int styled = runs.isEmpty() ? 0 : runs.getLast().end();
        int end = text.length();
        while (end > styled && text.charAt(end - 1) == ' ') {
            end--;
        }
        text.setLength(end);
        var whole = text.toString();
        return new StyledLine(whole, runs, columns(whole));
    }

    /// What is coloured in parts is one link.
    private static void add(Link link, List<Link> links) {
        var last = links.isEmpty() ? null : links.getLast();
        if (last != null && last.end() == link.start() && last.address().equals(link.address())) {
            links.set(links.size() - 1, new Link(last.start(), link.end(), link.address()));
        } else {
            links.add(link);
        }
    }

    /// Returns how many cells there were.
    private static int append(CharBuffer cells, int most, StringBuilder text) {
        int count = Math.min(cells.length(), Math.max(0, most));
        for (int i = 0; i < count; i++) {
            char c = cells.charAt(i);
            if (c != CharUtils.DWC) {
                text.append(c == CharUtils.NUL_CHAR ? ' ' : c);
            }
        }
        return count;
    }

    private static int columns(String text) {
        boolean isUsual = text.chars().allMatch(c -> c < FIRST_UNUSUAL);
        return isUsual ? text.length() : CharColumns.of(text);
    }

    private static TextStyle style(com.techsenger.jeditermfx.core.TextStyle given) {
        int marks = 0;
        for (var mark : List.of(Option.values())) {
            marks |= given.hasOption(mark) ? mark(mark) : 0;
        }
        return new TextStyle(colour(given.getForeground()), colour(given.getBackground()), marks);
    }

    /// Nothing blinks.
    private static int mark(Option option) {
        return switch (option) {
            case BOLD -> TextStyle.BOLD;
            case ITALIC -> TextStyle.ITALIC;
            case DIM -> TextStyle.FAINT;
            case INVERSE -> TextStyle.INVERSE;
            case UNDERLINED -> TextStyle.UNDERLINE;
            case HIDDEN -> TextStyle.CONCEALED;
            case SLOW_BLINK, RAPID_BLINK -> 0;
        };
    }

    private static TextColour colour(@Nullable TerminalColor given) {
        if (given == null) {
            return TextColour.DEFAULT;
        }
        if (given.isIndexed()) {
            return new TextColour.Palette(given.getColorIndex());
        }
        var rgb = given.toColor();
        return new TextColour.Rgb(rgb.getRed() << 16 | rgb.getGreen() << 8 | rgb.getBlue());
    }
}
