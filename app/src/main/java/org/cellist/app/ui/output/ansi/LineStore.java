package org.cellist.app.ui.output.ansi;

import java.util.ArrayList;
import java.util.List;

/// Lines in order, of which the oldest go when there are too many.
///
/// Confined to one thread.
final class LineStore {

    private final int mostLines;
    private final int mostUnits;
    private final List<StyledLine> lines = new ArrayList<>();
    private int first;
    private long units;
    private long dropped;

    LineStore(int mostLines, int mostUnits) {
        this.mostLines = mostLines;
        this.mostUnits = mostUnits;
    }

    int size() {
        return lines.size() - first;
    }

    long dropped() {
        return dropped;
    }

    StyledLine get(int index) {
        return lines.get(first + index);
    }

    void set(int index, StyledLine line) {
        var before = lines.set(first + index, line);
        units += line.text().length() - before.text().length();
    }

    void add(StyledLine line) {
        lines.add(line);
        units += line.text().length();
    }

    /// Removes the lines from `size` on.
    void truncate(int size) {
        while (size() > size) {
            units -= lines.removeLast().text().length();
        }
    }

    /// Drops the oldest lines beyond the limits, none from `keptFrom` on. Returns how many.
    int dropSurplus(int keptFrom) {
        int count = 0;
        while (count < keptFrom && (size() > mostLines || units > mostUnits)) {
            units -= lines.set(first, StyledLine.EMPTY).text().length();
            first++;
            count++;
        }
        dropped += count;
        if (first > lines.size() / 2) {
            lines.subList(0, first).clear();
            first = 0;
        }
        return count;
    }
}
