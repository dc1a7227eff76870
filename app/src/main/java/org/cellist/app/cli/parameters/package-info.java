/// Values given to a notebook from outside, as papermill gives them.
///
/// A notebook marks the cell with its defaults by the tag `parameters`. A run with other values
/// puts a cell after it, tagged `injected-parameters`, that assigns them in the notebook's own
/// language.
///
/// Start at [ParameterCell]. Pure; any thread.
@NullMarked
package org.cellist.app.cli.parameters;

import org.jspecify.annotations.NullMarked;
