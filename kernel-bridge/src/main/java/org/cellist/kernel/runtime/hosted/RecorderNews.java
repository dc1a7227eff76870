package org.cellist.kernel.runtime.hosted;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cellist.kernel.channel.ChannelEvent;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;

/// Whether somebody records what a kernel on another machine says, as its holder tells. While
/// nobody does, the kernel runs on unheard, which a client hears of as of a broken connection.
///
/// Confined to the thread that hears the holder.
final class RecorderNews {

    private boolean isMissing;
    private long ends = -1; // how often one has ended; negative before the first news

    /// Returns whether nothing of what the kernel says is lost, as far as anybody knows.
    boolean isRecorded() {
        return !isMissing;
    }

    /// Returns what the holder's news mean for who talks to the kernel.
    List<ChannelEvent> heard(JsonObject news) {
        boolean isThere = Fields.flag(news, "there");
        long endsNow = Fields.number(news, "ends", 0);
        boolean hasEnded = ends >= 0 && endsNow > ends;
        ends = endsNow;
        var events = new ArrayList<ChannelEvent>();
        if (hasEnded || !isThere) {
            events.add(new ChannelEvent.RecorderLost(why(news)));
        }
        if (isThere && (isMissing || hasEnded)) {
            events.add(new ChannelEvent.Reconnected());
        }
        long millis = Fields.number(news, "millis", 0);
        if (!isThere && millis > 0) {
            events.add(new ChannelEvent.Retrying(Instant.now().plus(Duration.ofMillis(millis))));
        }
        isMissing = !isThere;
        return events;
    }

    private static String why(JsonObject news) {
        return Objects.requireNonNullElse(news.string("why"), "");
    }
}
