/// HTML as formatted text.
///
/// Start at [Markup], which decides whether HTML is simple enough to become blocks of
/// [org.cellist.app.ui.output.rich], or needs a browser. Only what those blocks can say comes
/// through: no scripts, no styles but letters' own, no addresses but those that a
/// [org.cellist.app.ui.output.rich.PictureResolver] or a click allows. Markdown takes the same
/// way. Pure; called from any thread.
@NullMarked
package org.cellist.app.ui.output.markup;

import org.jspecify.annotations.NullMarked;
