/// The pane of files: folders of this computer, of machines over SSH and of Jupyter servers, and
/// what is being copied between them.
///
/// Start at [FilesModel].
@NullMarked
package org.cellist.app.ui.workbench.files;

import org.jspecify.annotations.NullMarked;
