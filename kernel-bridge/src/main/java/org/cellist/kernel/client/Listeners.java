package org.cellist.kernel.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.Reply.ExecuteReply;
import org.cellist.kernel.protocol.StdinContent.InputRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells listeners, and keeps their mistakes away from the thread on which everything of a kernel
/// is routed: a cell that cannot show its output must not cut off all others.
///
/// Thread-safe.
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<KernelListener> all = new CopyOnWriteArrayList<>();

    void add(KernelListener listener) {
        all.add(listener);
    }

    void remove(KernelListener listener) {
        all.remove(listener);
    }

    void tell(Consumer<KernelListener> what) {
        for (var listener : all) {
            guarded(() -> what.accept(listener));
        }
    }

    private static void guarded(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException e) {
            LOG.error("a kernel's listener failed", e);
        }
    }

    /// One execution's listener, guarded. Thread-safe.
    record Guarded(ExecutionListener listener) implements ExecutionListener {

        @Override
        public void received(Message<IopubContent> message) {
            guarded(() -> listener.received(message));
        }

        @Override
        public void inputRequested(InputRequest request) {
            guarded(() -> listener.inputRequested(request));
        }

        @Override
        public void replied(ExecuteReply reply) {
            guarded(() -> listener.replied(reply));
        }

        @Override
        public void mayLack() {
            guarded(listener::mayLack);
        }

        @Override
        public void lacks() {
            guarded(listener::lacks);
        }

        @Override
        public void ended(ExecutionEnd end) {
            guarded(() -> listener.ended(end));
        }
    }
}
