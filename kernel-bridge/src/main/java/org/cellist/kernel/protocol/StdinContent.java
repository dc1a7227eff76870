package org.cellist.kernel.protocol;

import org.cellist.kernel.protocol.json.RawJson;

/// What passes on the stdin channel. Immutable.
///
/// Jupyter messaging specification 5.x, section "Messages on the stdin (ROUTER/DEALER) channel".
public sealed interface StdinContent {

    /// `input_request`: the kernel waits for a line of text.
    ///
    /// @param password whether what is typed is hidden
    record InputRequest(String prompt, boolean password) implements StdinContent {}

    /// `input_reply`: the line, without its line end.
    record InputReply(String value) implements StdinContent {}

    /// Any other type, as received.
    record Unknown(String messageType, RawJson content) implements StdinContent {}
}
