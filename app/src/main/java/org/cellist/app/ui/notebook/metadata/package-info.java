/// Editing the metadata of cells and of the notebook: tags and the parts of slides in a bar over
/// the page, all of it as JSON in a window.
///
/// Start at [MetadataDesk]; the view models decide what is seen. What a person typed and did not
/// apply is kept in [MetadataDrafts]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.metadata;

import org.jspecify.annotations.NullMarked;
