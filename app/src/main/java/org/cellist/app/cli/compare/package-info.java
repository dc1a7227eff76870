/// What `cellist diff` and `cellist merge` say.
///
/// Start at [DiffPrinter] and [ConflictWords]; [ComparedFiles] knows how git calls a program that
/// compares. The calling thread.
@NullMarked
package org.cellist.app.cli.compare;

import org.jspecify.annotations.NullMarked;
