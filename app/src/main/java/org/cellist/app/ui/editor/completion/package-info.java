/// What helps while code is typed: completions, documentation, and the signature of a call.
///
/// Start at [CodeAssistant], of which a page has one, and which serves the editor that has the
/// focus. What is known about code comes through the port [CodeAssist]; the editor is reached
/// through [AssistedText]. Three view models decide what is seen, and their views float on the
/// page's [AssistLayer]: none of them ever takes the focus. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.editor.completion;

import org.jspecify.annotations.NullMarked;
