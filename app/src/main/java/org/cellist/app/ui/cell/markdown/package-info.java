/// What a Markdown cell has beside its source while that is edited.
///
/// Start at [TextPreview], the rendered text that follows typing; [TextTools] is the line of
/// buttons above the source; [AttachedPictures] makes attachments of pictures that are pasted or
/// dropped. [TextChoices] is what the window decides. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.cell.markdown;

import org.jspecify.annotations.NullMarked;
