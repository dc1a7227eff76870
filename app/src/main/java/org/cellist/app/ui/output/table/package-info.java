/// Tables of values: data frames.
///
/// Start at [DataTable], which shows a [DataGrid]. Only cells in sight have nodes; more rows and
/// columns than fit scroll inside. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.output.table;

import org.jspecify.annotations.NullMarked;
