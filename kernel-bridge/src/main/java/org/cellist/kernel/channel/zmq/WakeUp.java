package org.cellist.kernel.channel.zmq;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;
import zmq.ZError;

/// How other threads wake the loop out of its poll: an inproc pair of sockets that carries bare
/// bytes, because the loop waits for sockets and for nothing else.
///
/// The sending end is used by many threads, under a lock that is held for one byte; ZeroMQ allows
/// that, since a lock is the full fence that it asks for.
///
/// Thread-safe, but for the receiving end, which belongs to the loop.
final class WakeUp {

    private static final String ADDRESS = "inproc://wake-up-";
    private static final byte[] BYTE = {1};

    private final ZMQ.Socket sender;
    private final ZMQ.Socket receiver;
    private final AtomicBoolean isPending = new AtomicBoolean();
    private boolean isOpen = true; // guarded by sender

    private WakeUp(ZContext context, String address) {
        sender = context.createSocket(SocketType.PAIR);
        sender.bind(address);
        receiver = context.createSocket(SocketType.PAIR);
        receiver.connect(address);
    }

    /// Makes both ends; starting the loop's thread hands the receiving one over.
    static WakeUp in(ZContext context) {
        var attempts = new AtomicInteger();
        return uninterrupted(() -> new WakeUp(context, ADDRESS + attempts.getAndIncrement()));
    }

    /// JeroMQ gives up half way when the thread is interrupted, as when a kernel is no longer
    /// wanted while it starts. What its process needs to be ended is done all the same.
    private static <T> T uninterrupted(Supplier<T> action) {
        boolean isInterrupted = false;
        try {
            while (true) {
                isInterrupted |= Thread.interrupted();
                try {
                    return action.get();
                } catch (ZMQException e) {
                    if (e.getErrorCode() != ZError.EINTR) {
                        throw e;
                    }
                }
            }
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Wakes the loop, now or when it waits next. One byte is enough for many calls.
    void wake() {
        if (isPending.compareAndSet(false, true)) {
            synchronized (sender) {
                if (isOpen) {
                    boolean _ = uninterrupted(() -> sender.send(BYTE, ZMQ.DONTWAIT));
                }
            }
        }
    }

    /// The end that the loop polls.
    ZMQ.Socket receiver() {
        return receiver;
    }

    /// Called by the loop when it is awake, before it looks at what there is to do.
    void heard() {
        while (receiver.recv(ZMQ.DONTWAIT) != null) {
            // A byte says nothing but "look".
        }
        isPending.set(false);
    }

    /// Called by the loop before it closes the sockets, which no other thread may use then.
    void end() {
        synchronized (sender) {
            isOpen = false;
        }
    }
}
