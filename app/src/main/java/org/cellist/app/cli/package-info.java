/// The command line: what Cellist does without a window and without a display.
///
/// Start at [Cli]. The calling thread.
@NullMarked
package org.cellist.app.cli;

import org.jspecify.annotations.NullMarked;
