package org.cellist.app.ui.editor.completion;

/// A question about what stands before a place of some code, which need not be in a cell.
/// Immutable.
record Probe(CodeAssist assist, String code, int place) {}
