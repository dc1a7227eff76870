package org.cellist.kernel.client;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.protocol.StdinContent.InputRequest;

/// Notes what listeners are told, in order, for a test to take.
///
/// Thread-safe.
final class Heard implements ExecutionListener, KernelListener {

    /// That the connection has ended. Immutable.
    record Ended() {}

    /// That a message was dropped. Immutable.
    record Dropped(Channel channel, FrameProblem problem) {}

    /// That the heartbeat changed. Immutable.
    record Alive(boolean isAlive) {}

    /// That the kernel's state changed. Immutable.
    record StateChange(ExecutionState state, Cause cause) {}

    private final LinkedBlockingQueue<Object> all = new LinkedBlockingQueue<>();

    /// Waits until something of that type was told, and takes nothing.
    void await(Class<?> type) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        synchronized (all) {
            while (all.stream().noneMatch(type::isInstance)) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("told only " + all);
                }
                TimeUnit.SECONDS.timedWait(all, 1);
            }
        }
    }

    private void add(Object told) {
        synchronized (all) {
            all.add(told);
            all.notifyAll();
        }
    }

    /// Takes the next thing that was told.
    Object next() throws InterruptedException {
        var next = all.poll(2, TimeUnit.MINUTES);
        if (next == null) {
            throw new AssertionError("nothing was told");
        }
        return next;
    }

    /// Returns what was told and not taken.
    List<Object> rest() {
        return List.copyOf(all);
    }

    @Override
    public void received(Message<IopubContent> message) {
        add(message.content());
    }

    @Override
    public void inputRequested(InputRequest request) {
        add(request);
    }

    @Override
    public void ended(ExecutionEnd end) {
        add(end);
    }

    @Override
    public void stateChanged(ExecutionState state, Cause cause) {
        add(new StateChange(state, cause));
    }

    @Override
    public void unclaimed(Message<IopubContent> message) {
        add(message.content());
    }

    @Override
    public void aliveChanged(boolean isAlive) {
        add(new Alive(isAlive));
    }

    @Override
    public void dropped(Channel channel, FrameProblem problem) {
        add(new Dropped(channel, problem));
    }

    @Override
    public void ended() {
        add(new Ended());
    }
}
