/// The metadata of cells and notebooks as people edit them: as JSON text, as tags, as the part that
/// a cell plays in slides; and what nbformat forbids in them.
///
/// Pure functions; start at [CellTags] and [MetadataText]. Any thread.
@NullMarked
package org.cellist.app.notebook.metadata;

import org.jspecify.annotations.NullMarked;
