/// Jupyter messages as values, and their JSON form; Jupyter messaging specification 5.x.
///
/// Pure: no input or output, no threads. Each content record is named after its `msg_type`.
@NullMarked
package org.cellist.kernel.protocol;

import org.jspecify.annotations.NullMarked;
