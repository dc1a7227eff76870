package org.cellist.app.ui.editor.caret;

/// The carets before and after something that was done at all of them, as offsets of the source.
/// Immutable.
public record CaretsAround(Carets before, Carets after) {}
