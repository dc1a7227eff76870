package org.cellist.app.ui.output.terminal;

import org.cellist.app.notebook.model.StreamText;
import org.cellist.app.ui.output.ansi.Screen;
import org.jspecify.annotations.Nullable;

/// The part of a long text that is on the screen.
///
/// Of a stream it is the newest part, of any other text the first. A stream that grows is taken
/// from where it was left; more of the other end is read on demand.
///
/// Confined to the JavaFX Application Thread.
final class TextWindow {

    /// UTF-16 units read at first: far more than is in sight, and read in a millisecond or two.
    static final int FIRST_UNITS = 64 * 1024;

    private static final int GROWTH = 8;

    private final boolean newestFirst;
    private Screen screen = new Screen();
    private @Nullable StreamText text;
    private long hiddenUnits;
    private int units;

    /// @param newestFirst true to begin at the end, as a stream does
    TextWindow(boolean newestFirst) {
        this.newestFirst = newestFirst;
    }

    Screen screen() {
        return screen;
    }

    /// Returns whether part of the text is not on the screen.
    boolean hidesSomething() {
        return hiddenUnits > 0 || screen.droppedLines() > 0;
    }

    /// Takes a newer text. Returns true when it only adds to the one before, so that the screen
    /// is the same, and grew.
    boolean show(StreamText newer) {
        var before = text;
        text = newer;
        if (newestFirst && before != null && newer.continues(before)) {
            long stable = newer.completeLength() - before.completeLength();
            if (stable < Screen.MOST_UNITS) {
                add(newer, before.completeLength());
                return true;
            }
        }
        read(newer, FIRST_UNITS, new Screen());
        return false;
    }

    /// Reads several times as much as is on the screen now.
    void showMore() {
        var all = text;
        if (all == null) {
            return;
        }
        long wanted = Math.min(all.length(), Math.max((long) units, FIRST_UNITS) * GROWTH);
        int most = (int) Math.min(Integer.MAX_VALUE / 2, wanted);
        int mostUnits = Math.max(Screen.MOST_UNITS, most * 2);
        read(all, most, new Screen(Math.max(Screen.MOST_LINES, mostUnits), mostUnits));
    }

    private void add(StreamText newer, long from) {
        var rest = newer.from(from);
        int stable = (int) (newer.completeLength() - from);
        if (stable > 0) {
            screen.append(rest.substring(0, stable));
        }
        screen.replaceOpen(rest.substring(stable));
        units = (int) Math.min(Integer.MAX_VALUE / 2, (long) units + stable);
    }

    private void read(StreamText all, int most, Screen fresh) {
        screen = fresh;
        units = most;
        if (!newestFirst) {
            var part = all.length() <= most ? all.text() : all.from(0).substring(0, most);
            hiddenUnits = all.length() - part.length();
            screen.append(part);
            return;
        }
        long start = Math.max(0, Math.min(all.completeLength(), all.length() - most));
        if (start == 0) {
            hiddenUnits = 0;
            add(all, 0);
            return;
        }
        var rest = all.from(start);
        int stable = (int) (all.completeLength() - start);
        int lineEnd = rest.indexOf('\n');
        int skipped = lineEnd >= 0 && lineEnd < stable ? lineEnd + 1 : 0;
        hiddenUnits = start + skipped;
        screen.append(rest.substring(skipped, stable));
        screen.replaceOpen(rest.substring(stable));
    }
}
