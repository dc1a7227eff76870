package org.cellist.kernel.protocol;

import org.jspecify.annotations.Nullable;

/// The identity of a message. Immutable.
///
/// @param username may be empty: some kernels send none
/// @param date ISO 8601 as the sender wrote it; absent from several kernels
/// @param messageType the wire's `msg_type`
/// @param version of the protocol, such as `5.3`
/// @param subshellId which shell of the kernel is meant (protocol 5.5); null for the main one
public record MessageHeader(
        MessageId msgId,
        ClientSessionId session,
        String username,
        @Nullable String date,
        String messageType,
        String version,
        @Nullable String subshellId) {

    /// The protocol version that this client speaks.
    public static final String PROTOCOL_VERSION = "5.5";
}
