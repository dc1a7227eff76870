package org.cellist.app.ui.notebook.layout;

import org.cellist.app.notebook.model.CellId;

/// A cell's source at the moment a person asked for its layout. Immutable.
///
/// @param number its place in the notebook, as the window counts: from 1
record CellCode(CellId cell, int number, String source) {}
