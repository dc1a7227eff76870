package org.cellist.kernel.client;

import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.MessageId;

/// Tells whether broadcasts may have been lost while a connection was broken.
///
/// Kernels that number their messages one after the other, as `jupyter_client` does
/// (`<session>_<process>_<number>`, replies and broadcasts together), show it by a gap; of any
/// other kernel nobody can know. A number that went to another client looks like a gap too:
/// then it is said that something may be missing, though nothing is.
///
/// Confined to the client's thread.
final class Continuity {

    private static final Pattern NUMBERED = Pattern.compile("(.+)_(\\d{1,18})");
    private static final int MOST_KEPT = 100_000;

    private final TreeSet<Long> heard = new TreeSet<>(); // above the floor
    private String series = "";
    private long floor = -1; // the newest broadcast before the break, or of all
    private boolean isBroken;
    private boolean isNumbered = true;

    /// Takes note of a message.
    void heard(Channel channel, MessageId id) {
        var parts = NUMBERED.matcher(id.value());
        if (!parts.matches()) {
            isNumbered &= channel != Channel.IOPUB;
            return;
        }
        if (!series.equals(parts.group(1))) {
            if (isBroken) {
                isNumbered = false; // another process, or a server that speaks for itself
                return;
            }
            series = parts.group(1);
            floor = -1;
            heard.clear();
        }
        long number = Long.parseLong(parts.group(2));
        if (!isBroken && channel == Channel.IOPUB) {
            floor = Math.max(floor, number);
            heard.headSet(floor, true).clear();
        } else if (number > floor && heard.size() < MOST_KEPT) {
            heard.add(number);
        }
    }

    /// The connection broke: from here on gaps count.
    void broke() {
        isBroken = true;
    }

    /// Nobody is interested in gaps any more.
    void mended() {
        isBroken = false;
        isNumbered = true;
        heard.clear();
    }

    /// Returns whether something before a message may be missing.
    boolean mayLackBefore(MessageId id) {
        var parts = NUMBERED.matcher(id.value());
        if (!isNumbered || !parts.matches() || !series.equals(parts.group(1))) {
            return true;
        }
        long number = Long.parseLong(parts.group(2));
        return heard.headSet(number).size() < number - floor - 1;
    }
}
