/// A list of rows of one height, with nodes only for those in sight.
///
/// Start at [RowsView]. Terminal text, data tables and JSON trees are made of it. Few rows are
/// all shown; many scroll inside a window of bounded height, so that a long output neither
/// costs much nor pushes the notebook away. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.output.rows;

import org.jspecify.annotations.NullMarked;
