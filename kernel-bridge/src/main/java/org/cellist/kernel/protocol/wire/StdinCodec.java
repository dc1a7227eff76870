package org.cellist.kernel.protocol.wire;

import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.StdinContent;
import org.cellist.kernel.protocol.StdinContent.InputReply;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.cellist.kernel.protocol.StdinContent.Unknown;
import org.cellist.kernel.protocol.json.RawJson;

/// Reads the contents of stdin messages. Immutable.
public final class StdinCodec {

    private StdinCodec() {}

    /// Returns the message with its content typed. Never fails.
    public static Message<StdinContent> typed(Message<RawJson> message) {
        return message.map(content -> content(message.header().messageType(), content));
    }

    static StdinContent content(String messageType, RawJson raw) {
        var json = new ContentJson(raw);
        return switch (messageType) {
            case "input_request" ->
                    new InputRequest(json.textOr("prompt", ""), json.flag("password"));
            case "input_reply" -> new InputReply(json.textOr("value", ""));
            default -> new Unknown(messageType, raw);
        };
    }
}
