/// Messages and their parts to bytes and back; Jupyter messaging specification 5.x, "The wire
/// protocol".
///
/// Start at [MessageCodec], which makes frames of messages and checks the ones that come; the
/// other codecs type a message's content by its `msg_type`. Pure: no input or output, no threads.
@NullMarked
package org.cellist.kernel.protocol.wire;

import org.jspecify.annotations.NullMarked;
