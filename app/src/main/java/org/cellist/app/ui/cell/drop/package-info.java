/// Files that are dropped on code.
///
/// [PathLiterals] writes their paths as texts of the code's language. Any thread.
@NullMarked
package org.cellist.app.ui.cell.drop;

import org.jspecify.annotations.NullMarked;
