package org.cellist.app.ui.output.terminal;

/// Columns from one to before another. Immutable.
record ColumnRange(int from, int to) {}
