package org.cellist.kernel.protocol;

import org.cellist.kernel.protocol.json.JsonValue.JsonObject;

/// What an `execute_reply` asks of the front end besides; deprecated by the specification, and
/// used by IPython's `%load`, `?` and `exit` to this day. Immutable.
///
/// Jupyter messaging specification 5.x, section "Payloads".
public sealed interface Payload {

    /// `page`: show this apart from the outputs.
    ///
    /// @param start the line to begin at
    record Page(MimeBundle data, int start) implements Payload {}

    /// `set_next_input`: a new cell with this text, or this text in place of the cell's own.
    record SetNextInput(String text, boolean replace) implements Payload {}

    /// `edit_magic`: open this file at this line.
    record EditMagic(String filename, int lineNumber) implements Payload {}

    /// `ask_exit`: the code asks to end the session.
    record AskExit(boolean keepKernel) implements Payload {}

    /// Any other, as received.
    record Unknown(JsonObject payload) implements Payload {}
}
