package org.cellist.app.notebook.model;

/// Marks what a reader remembers of the place a cell came from. Immutable.
///
/// Implemented by `notebook.format` alone; everyone else hands it on untouched.
public interface CellOrigin {}
