package org.cellist.app.ui.editor;

/// A replacement of text in a source, in its UTF-16 units. Immutable.
public record SourceEdit(int offset, int removedLength, String inserted) {}
