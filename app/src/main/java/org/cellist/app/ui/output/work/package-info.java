/// Work that outputs need done beside the JavaFX thread: decoding, typesetting, parsing.
///
/// Start at [RenderWorker].
@NullMarked
package org.cellist.app.ui.output.work;

import org.jspecify.annotations.NullMarked;
