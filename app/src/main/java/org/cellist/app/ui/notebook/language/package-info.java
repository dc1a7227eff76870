/// What a page does with a language server: problems, definitions, other names.
///
/// Start at [LanguageViewModel]. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.notebook.language;

import org.jspecify.annotations.NullMarked;
