/// The table of contents: headings of the text cells, and how far the cells below them are.
///
/// Start at [ContentsViewModel]. JavaFX Application Thread; headings are found on another.
@NullMarked
package org.cellist.app.ui.workbench.contents;

import org.jspecify.annotations.NullMarked;
