/// One row of the list of runtimes, and the rows that what a Jupyter server has becomes,
/// wherever the server comes from.
///
/// Start at [RuntimeRow]. Immutable values.
@NullMarked
package org.cellist.app.ui.runtime.row;

import org.jspecify.annotations.NullMarked;
