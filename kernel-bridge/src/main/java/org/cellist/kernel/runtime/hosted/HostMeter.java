package org.cellist.kernel.runtime.hosted;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.MachineLook;
import org.cellist.kernel.runtime.MachineLookReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears how busy and how full a machine is, as a program there tells it look by look. It ends when
/// the connection does, when its place is needed, and when nobody wants to hear it any more; and
/// the program with it.
///
/// One reader at a time; else thread-safe.
public final class HostMeter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HostMeter.class);

    private final HostTalk talk;

    HostMeter(HostTalk talk) {
        this.talk = talk;
    }

    /// What is looked at. Immutable.
    ///
    /// @param whole whether at the GPUs, the disk and the kernels, too
    /// @param kernel the machine's id of the one whose folder's disk is meant; empty for the home
    /// @param pause between two looks
    public record Wish(boolean whole, String kernel, Duration pause) {}

    /// Returns the next look; empty when there will be none. Blocks until then.
    public Optional<MachineLook> next() {
        try {
            return talk.answer().map(MachineLookReader::read);
        } catch (HostException e) {
            LOG.debug("a machine is not heard any more: {}", e.problem());
            return Optional.empty();
        }
    }

    /// From now on that is looked at, beginning at once.
    public void ask(Wish wish) {
        try {
            talk.tell(HostOrders.wished(JsonObject.EMPTY, wish));
        } catch (IOException e) {
            LOG.debug("the program there does not hear: {}", e.toString());
        }
    }

    @Override
    public void close() {
        talk.close();
    }
}
