/// Colab's runtimes in the picker: what the account has, what it may have, getting one and
/// giving it back.
///
/// Start at [ColabChoices]. On the JavaFX Application Thread, but for [ColabSource].
@NullMarked
package org.cellist.app.ui.runtime.colab;

import org.jspecify.annotations.NullMarked;
