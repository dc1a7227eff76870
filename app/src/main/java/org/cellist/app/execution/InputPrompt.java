package org.cellist.app.execution;

import org.cellist.app.notebook.model.CellId;

/// A running cell's question for a line of text. Immutable.
///
/// @param password whether what is typed is hidden
public record InputPrompt(CellId cell, String prompt, boolean password) {}
