/// Pictures: PNG, JPEG, GIF, WebP and SVG.
///
/// Start at [PictureView], which shows a [PictureSource]. Sizes are read from the files' first
/// bytes before anything is decoded; decoding runs beside the JavaFX thread. [SvgCleaner] stands
/// before the drawing of SVG.
@NullMarked
package org.cellist.app.ui.output.image;

import org.jspecify.annotations.NullMarked;
