/// Earlier versions of notebooks, kept after each save in the program's own folder.
///
/// Start at [History], which keeps, lists and reads them, and at [HistoryKeeper], which does so
/// behind the saves. Versions share the pieces of their files that are the same. Blocking but for
/// [HistoryKeeper#saved].
@NullMarked
package org.cellist.app.storage.history;

import org.jspecify.annotations.NullMarked;
