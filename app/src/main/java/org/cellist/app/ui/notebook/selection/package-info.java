/// Which cells of a page are selected, and what is done to several of them.
///
/// Pure values; start at [CellSelection]. Any thread.
@NullMarked
package org.cellist.app.ui.notebook.selection;

import org.jspecify.annotations.NullMarked;
