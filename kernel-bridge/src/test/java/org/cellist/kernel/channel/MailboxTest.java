package org.cellist.kernel.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cellist.kernel.channel.ChannelEvent.Closed;
import org.cellist.kernel.channel.ChannelEvent.Heartbeat;
import org.junit.jupiter.api.Test;

/// The bounds of what waits for the client.
class MailboxTest {

    private static final ChannelEvent EVENT = new Heartbeat(true);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AtomicInteger told = new AtomicInteger();
    private final Mailbox mailbox = new Mailbox(told::incrementAndGet);

    @Test
    void eventsComeOutInTheirOrder() throws Exception {
        mailbox.put(new Heartbeat(false), 0);
        mailbox.put(new Heartbeat(true), 0);

        assertEquals(Optional.of(new Heartbeat(false)), mailbox.take(PATIENCE));
        assertEquals(Optional.of(new Heartbeat(true)), mailbox.take(PATIENCE));
        assertEquals(Optional.empty(), mailbox.take(Duration.ZERO));
    }

    @Test
    void itIsFullOfEvents() {
        for (int i = 0; i < Mailbox.MAX_EVENTS; i++) {
            assertTrue(mailbox.hasRoom());
            mailbox.put(EVENT, 1);
        }

        assertFalse(mailbox.hasRoom());
    }

    @Test
    void itIsFullOfBytes() {
        mailbox.put(EVENT, Mailbox.MAX_BYTES - 1);
        assertTrue(mailbox.hasRoom());

        mailbox.put(EVENT, 1);

        assertFalse(mailbox.hasRoom());
    }

    @Test
    void whatWasReadIsNeverDroppedHoweverLarge() throws Exception {
        mailbox.put(EVENT, Mailbox.MAX_BYTES);
        mailbox.put(new Heartbeat(false), 10 * Mailbox.MAX_BYTES);

        assertEquals(Optional.of(EVENT), mailbox.take(PATIENCE));
        assertEquals(Optional.of(new Heartbeat(false)), mailbox.take(PATIENCE));
        assertTrue(mailbox.hasRoom());
    }

    @Test
    void theReaderIsToldOnceWhenAQuarterIsFree() throws Exception {
        while (mailbox.hasRoom()) {
            mailbox.put(EVENT, 1);
        }

        for (int i = 1; i < Mailbox.MAX_EVENTS / 4; i++) {
            mailbox.take(PATIENCE);
        }
        assertEquals(0, told.get());
        mailbox.take(PATIENCE);
        assertEquals(1, told.get());
        mailbox.take(PATIENCE);
        assertEquals(1, told.get());
    }

    @Test
    void afterItsEndItIsEmptiedAndThenClosedForEver() throws Exception {
        mailbox.put(EVENT, 0);
        mailbox.end();
        mailbox.put(EVENT, 0);

        assertEquals(Optional.of(EVENT), mailbox.take(PATIENCE));
        assertEquals(Optional.of(new Closed()), mailbox.take(PATIENCE));
        assertEquals(Optional.of(new Closed()), mailbox.take(PATIENCE));
    }

    @Test
    void itsEndWakesWhoWaits() throws Exception {
        var waiting = new FutureTask<>(() -> mailbox.take(PATIENCE));
        Thread.ofVirtual().name("waiting").start(waiting);

        mailbox.end();

        assertEquals(Optional.of(new Closed()), waiting.get(2, TimeUnit.MINUTES));
    }
}
