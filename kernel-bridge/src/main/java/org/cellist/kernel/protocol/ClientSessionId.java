package org.cellist.kernel.protocol;

import java.util.UUID;

/// A client's `session` in message headers. Immutable.
public record ClientSessionId(String value) {

    public static ClientSessionId random() {
        return new ClientSessionId(UUID.randomUUID().toString());
    }
}
