package org.cellist.kernel.channel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What came from the kernel and was not taken yet.
///
/// Whoever reads from the kernel never waits for it: it asks for room before it reads, and is
/// told when there is room again. Bounded in events and in bytes; a single event may exceed
/// the bytes, since what was read is never dropped.
///
/// Thread-safe.
public final class Mailbox {

    /// Events that may wait. A printing kernel sends a few a second, a loop of displays
    /// thousands.
    public static final int MAX_EVENTS = 4096;

    /// Bytes that may wait.
    static final long MAX_BYTES = 64L << 20;

    /// The share of the room that must be free before the loop is told; else it would be told
    /// for every event.
    private static final int FREE_SHARE = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final ArrayDeque<Letter> letters = new ArrayDeque<>(); // guarded by lock
    private final Runnable onRoom;
    private long bytes; // guarded by lock
    private boolean wantsRoom; // guarded by lock
    private boolean ended; // guarded by lock

    /// @param onRoom told on the taker's thread, once after each [#hasRoom] that said no
    public Mailbox(Runnable onRoom) {
        this.onRoom = onRoom;
    }

    private record Letter(ChannelEvent event, long sizeBytes) {}

    /// Returns whether more may be put.
    public boolean hasRoom() {
        lock.lock();
        try {
            boolean hasRoom = letters.size() < MAX_EVENTS && bytes < MAX_BYTES;
            wantsRoom = !hasRoom;
            return hasRoom;
        } finally {
            lock.unlock();
        }
    }

    /// Puts an event, room or not. After [#end] it is dropped.
    public void put(ChannelEvent event, long sizeBytes) {
        lock.lock();
        try {
            if (!ended) {
                letters.add(new Letter(event, sizeBytes));
                bytes += sizeBytes;
                arrived.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more will be put: what is there is taken, then [ChannelEvent.Closed] for ever.
    public void end() {
        lock.lock();
        try {
            ended = true;
            arrived.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next event; empty when none came in that time.
    public Optional<ChannelEvent> take(Duration patience) throws InterruptedException {
        boolean tell;
        ChannelEvent event;
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (letters.isEmpty() && !ended && left > 0) {
                left = arrived.awaitNanos(left);
            }
            var letter = letters.poll();
            if (letter == null) {
                return ended ? Optional.of(new ChannelEvent.Closed()) : Optional.empty();
            }
            bytes -= letter.sizeBytes();
            event = letter.event();
            tell = wantsRoom && hasShareFree();
            wantsRoom &= !tell;
        } finally {
            lock.unlock();
        }
        if (tell) {
            onRoom.run();
        }
        return Optional.of(event);
    }

    private boolean hasShareFree() {
        return letters.size() <= MAX_EVENTS - MAX_EVENTS / FREE_SHARE
                && bytes <= MAX_BYTES - MAX_BYTES / FREE_SHARE;
    }
}
