package org.cellist.app.notebook.model;

/// Marks what a reader remembers of the file a notebook came from: its bytes and its layout.
/// / Immutable.
///
/// Implemented by `notebook.format` alone; everyone else hands it on untouched.
public interface NotebookOrigin {}
