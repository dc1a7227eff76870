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

    private final LinkedBlockingQueue<Object> all = new LinkedBlockingQueue<>();

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
        all.add(message.content());
    }

    @Override
    public void inputRequested(InputRequest request) {
        all.add(request);
    }

    @Override
    public void ended(ExecutionEnd end) {
        all.add(end);
    }

    @Override
    public void stateChanged(ExecutionState state) {
        all.add(state);
    }

    @Override
    public void unclaimed(Message<IopubContent> message) {
        all.add(message.content());
    }

    @Override
    public void aliveChanged(boolean isAlive) {
        all.add(new Alive(isAlive));
    }

    @Override
    public void dropped(Channel channel, FrameProblem problem) {
        all.add(new Dropped(channel, problem));
    }

    @Override
    public void ended() {
        all.add(new Ended());
    }
}
