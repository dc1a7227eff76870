/// What the views of outputs need from outside.
///
/// Start at [OutputContext], which is handed to every view. The ports [LinkOpener],
/// [CodeColourer] and [RemotePictures] are implemented by whoever puts the window together.
/// JavaFX Application Thread, but for what says otherwise.
@NullMarked
package org.cellist.app.ui.output.port;

import org.jspecify.annotations.NullMarked;
