/// Which cells of a page are selected, and where they go when they are moved.
///
/// Pure values; start at [CellSelection]. Any thread.
@NullMarked
package org.cellist.app.ui.notebook.selection;

import org.jspecify.annotations.NullMarked;
