package org.cellist.kernel.protocol;

import org.jspecify.annotations.Nullable;

/// A message's `msg_id`, unique among the messages of its sender. Immutable.
public record MessageId(String value) {

    // Written out, because a record's own are bootstrapped at run time, and every message of a
    // kernel asks.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageId id && value.equals(id.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
