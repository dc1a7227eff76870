/// The forms of code cells, in Colab's notation: `#@title`, `#@param`, `#@markdown`.
///
/// A form is no state of its own: it is read from a cell's source, and a value that a person gives
/// is written into the line it came from. Start at [Form]; [Parameter] knows where its value
/// stands. What of a cell is shown is [CellView]. What cannot be read for certain is left alone,
/// and stays code. Pure, safe on every thread; reading never fails, whatever the text.
@NullMarked
package org.cellist.app.notebook.form;

import org.jspecify.annotations.NullMarked;
