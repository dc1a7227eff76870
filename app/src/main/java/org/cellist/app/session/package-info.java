/// One open notebook: its document, its file, its kernel.
///
/// Start at [NotebookSession]. Confined to the notebook's owner; blocking work goes to virtual
/// threads and comes back.
@NullMarked
package org.cellist.app.session;

import org.jspecify.annotations.NullMarked;
