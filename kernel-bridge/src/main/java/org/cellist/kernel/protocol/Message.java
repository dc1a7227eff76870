package org.cellist.kernel.protocol;

import java.util.List;
import java.util.function.Function;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// One Jupyter message. Nobody may change the buffers' bytes. Immutable.
///
/// @param parentHeader the request that caused it; null when the kernel speaks by itself
/// @param metadata the message's own metadata, an object
/// @param content what it says: raw JSON off the wire, then a typed record
/// @param buffers binary parts, such as a widget's arrays
public record Message<C>(
        MessageHeader header,
        @Nullable MessageHeader parentHeader,
        RawJson metadata,
        C content,
        List<byte[]> buffers) {

    public Message {
        buffers = List.copyOf(buffers);
    }

    /// Returns the message with its content in another form.
    public <D> Message<D> map(Function<C, D> form) {
        return new Message<>(header, parentHeader, metadata, form.apply(content), buffers);
    }
}
