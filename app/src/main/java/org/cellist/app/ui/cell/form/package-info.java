/// The controls of a cell's form: Colab's `#@param` and its like, drawn natively.
///
/// Start at [FormView], which shows a `Form` as it was read from the source; a [FieldRow] is one
/// variable with its control. Nothing is kept here: what a person gives is told to the
/// [FormListener], becomes an edit of the source, and comes back as the next form. Cells without a
/// form never come here. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.cell.form;

import org.jspecify.annotations.NullMarked;
