/// The area that code is written in, and the pieces of text it shows.
@NullMarked
package org.cellist.app.ui.editor.text;

import org.jspecify.annotations.NullMarked;
