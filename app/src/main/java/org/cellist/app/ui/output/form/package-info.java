/// What an output is to other programs: text, table, picture, file.
///
/// Start at [OutputForms]. Pure functions; any thread.
@NullMarked
package org.cellist.app.ui.output.form;

import org.jspecify.annotations.NullMarked;
