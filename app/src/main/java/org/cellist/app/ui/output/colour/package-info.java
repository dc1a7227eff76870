/// Colours that content asks for, moved until text in them can be read.
///
/// See [SafeColour]. Pure.
@NullMarked
package org.cellist.app.ui.output.colour;

import org.jspecify.annotations.NullMarked;
