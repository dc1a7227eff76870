package org.cellist.app.notebook.find;

/// A part of a text. Immutable.
///
/// @param start in UTF-16 units
/// @param end behind it
public record TextRange(int start, int end) {}
