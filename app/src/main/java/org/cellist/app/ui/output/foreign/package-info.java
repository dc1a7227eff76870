/// What is done to all foreign HTML first, whatever it then becomes.
///
/// See [HiddenParts] and [Nesting]. Pure.
@NullMarked
package org.cellist.app.ui.output.foreign;

import org.jspecify.annotations.NullMarked;
