package org.cellist.app.notebook.model;

/// Names the editor an edit came from, so that it can ignore the echo. Immutable.
public record EditorId(long value) {}
