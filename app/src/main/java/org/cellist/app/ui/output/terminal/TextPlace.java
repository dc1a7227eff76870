package org.cellist.app.ui.output.terminal;

/// A place between two characters of a terminal's text. Immutable.
///
/// @param line counted from the first line there ever was
/// @param column of the line
record TextPlace(long line, int column) implements Comparable<TextPlace> {

    @Override
    public int compareTo(TextPlace other) {
        return line == other.line
                ? Integer.compare(column, other.column)
                : Long.compare(line, other.line);
    }
}
