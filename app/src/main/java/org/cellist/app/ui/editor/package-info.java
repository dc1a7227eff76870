/// The editor of one cell's source: a RichTextFX area that grows with its text.
///
/// Start at [CodeEditor]. It reports each change once through [EditorListener], which its cell
/// implements, and takes foreign changes without an echo. Every behaviour (indentation, bracket
/// pairs, input methods, …) is a small class attached to the area from outside. Colours come from
/// `highlight`, off this thread. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.editor;

import org.jspecify.annotations.NullMarked;
