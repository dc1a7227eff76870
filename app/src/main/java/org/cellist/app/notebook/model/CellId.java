package org.cellist.app.notebook.model;

/// A cell's identity while the notebook is open. Immutable.
///
/// It is the cell's nbformat `id` where the file has one, else Colab's `metadata.id`, else an id
/// made
/// up in memory. Whether an id is written to the file is the writer's decision, not this value's.
public record CellId(String value) {}
