package org.cellist.kernel.protocol.wire;

import java.nio.charset.StandardCharsets;
import org.cellist.kernel.protocol.ClientSessionId;
import org.cellist.kernel.protocol.MessageHeader;
import org.cellist.kernel.protocol.MessageId;
import org.cellist.kernel.protocol.json.JsonStrings;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// Headers as JSON, and back. Immutable.
final class HeaderJson {

    private HeaderJson() {}

    /// Reads a header; null for an object without the members that name a message.
    static @Nullable MessageHeader read(RawJson json) {
        var members = new ContentJson(json);
        var type = members.text("msg_type");
        return type == null ? null : header(members, type);
    }

    /// Reads a parent header, for which an id is enough: some kernels repeat no more of it. Null
    /// for that of a message that nobody asked for.
    static @Nullable MessageHeader readParent(RawJson json) {
        var members = new ContentJson(json);
        return header(members, members.textOr("msg_type", ""));
    }

    private static @Nullable MessageHeader header(ContentJson members, String type) {
        var id = members.text("msg_id");
        if (id == null) {
            return null;
        }
        return new MessageHeader(
                new MessageId(id),
                new ClientSessionId(members.textOr("session", "")),
                members.textOr("username", ""),
                members.text("date"),
                type,
                members.textOr("version", ""),
                members.text("subshell_id"));
    }

    static byte[] write(MessageHeader header) {
        var json = new StringBuilder(256);
        json.append('{');
        member(json, "msg_id", header.msgId().value());
        member(json, "msg_type", header.messageType());
        member(json, "username", header.username());
        member(json, "session", header.session().value());
        member(json, "date", header.date());
        member(json, "version", header.version());
        member(json, "subshell_id", header.subshellId());
        return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void member(StringBuilder json, String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        if (json.length() > 1) {
            json.append(',');
        }
        json.append('"').append(name).append("\":");
        JsonStrings.appendQuoted(json, value, false);
    }
}
