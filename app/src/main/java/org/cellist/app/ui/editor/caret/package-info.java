/// Several carets in one text: made by mouse and by command, and moved and typed at all at once.
///
/// Start at [SeveralCarets]. The area has one caret of its own; the others are ranges that are
/// painted, at which whatever a key does at the area's caret is done too. JavaFX Application
/// Thread.
@NullMarked
package org.cellist.app.ui.editor.caret;

import org.jspecify.annotations.NullMarked;
