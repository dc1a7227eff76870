/// What keys do in an editor beyond RichTextFX: indentation, bracket pairs, comments, Home.
///
/// Start at [TypingKeys], which lists the behaviours. Each is a small class around an area and
/// makes its change as one edit of the area. [PastedText] is what a paste takes of the clipboard.
/// JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.editor.typing;

import org.jspecify.annotations.NullMarked;
