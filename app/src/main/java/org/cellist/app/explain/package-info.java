/// Puts typed problems into a person's words: what happened, what it means, what to do.
///
/// Start at [ReadProblemWords] and [StartFailureWords]; window and command line use both. Any
/// thread.
@NullMarked
package org.cellist.app.explain;

import org.jspecify.annotations.NullMarked;
