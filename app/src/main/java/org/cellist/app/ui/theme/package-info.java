/// Colours, fonts, icons and measures of the window.
///
/// Start at [Look], which dresses a scene. `light.css` and `dark.css` hold the colour tokens and
/// are the only files with colour literals; `cellist.css` dresses controls with those tokens; a
/// feature's own sheet lies beside its view and uses the tokens too. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.theme;

import org.jspecify.annotations.NullMarked;
