/// Editing the metadata of cells: tags and the parts of slides, in a bar over the page.
///
/// Start at [MetadataDesk]; the view models decide what is seen. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.metadata;

import org.jspecify.annotations.NullMarked;
