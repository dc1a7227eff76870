/// JSON that loses nothing: values keep their bytes until somebody asks for them.
///
/// Numbers keep their text, `NaN` and `1e400` included. Start at [RawJson], one value as it
/// stands in a message or a file; [JsonValue] is the same value taken apart.
@NullMarked
package org.cellist.kernel.protocol.json;

import org.jspecify.annotations.NullMarked;
