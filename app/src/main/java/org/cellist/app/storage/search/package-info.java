/// Finding text in all notebooks of a folder.
///
/// Start at [FolderSearch]. Blocking; files are read on virtual threads, a few at once.
@NullMarked
package org.cellist.app.storage.search;

import org.jspecify.annotations.NullMarked;
