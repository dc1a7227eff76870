package org.cellist.app.ui.page;

/// Where the caret stands in a text, and how its file is written. Immutable.
///
/// @param line 1 for the first
/// @param column 1 before the first character
/// @param encoding as people know it
/// @param lineEnd `LF`, `CRLF` or `CR`; empty for a text of one line
public record TextPlace(int line, int column, String encoding, String lineEnd) {}
