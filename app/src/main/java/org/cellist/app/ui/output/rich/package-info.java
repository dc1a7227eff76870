/// Formatted text: a small model of it, and its nodes.
///
/// Start at [RichView]. Markdown and simple HTML both become [Block]s made of [Inline]s; what is
/// not in the model cannot be shown, which is what makes foreign text harmless. [RichFlow] is a
/// paragraph, [RichTable] a table of formatted cells. JavaFX Application Thread, but the model is
/// immutable.
@NullMarked
package org.cellist.app.ui.output.rich;

import org.jspecify.annotations.NullMarked;
