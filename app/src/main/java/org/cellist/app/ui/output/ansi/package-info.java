/// What a terminal would show of a text with control characters.
///
/// Start at [Screen]: text goes in piece by piece, styled lines come out. [EscapeParser] takes
/// the text apart, [SgrCodes] reads colours. Pure: no JavaFX, no threads.
@NullMarked
package org.cellist.app.ui.output.ansi;

import org.jspecify.annotations.NullMarked;
