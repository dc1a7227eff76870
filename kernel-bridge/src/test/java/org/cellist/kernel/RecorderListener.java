package org.cellist.kernel;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;

/// What a client hears of the recorder of its kernel. Thread-safe.
final class RecorderListener implements KernelListener {

    private final List<Instant> tries = new CopyOnWriteArrayList<>();
    private volatile boolean isLost;
    private volatile boolean wasLost;
    private volatile String why = "";

    /// Returns whether nobody records now.
    boolean isLost() {
        return isLost;
    }

    /// Returns why nobody records, or did last.
    String why() {
        return why;
    }

    /// Returns whether somebody records again, after nobody did.
    boolean isBack() {
        return wasLost && !isLost;
    }

    /// Returns how often it was told of a time at which it is tried again.
    int tries() {
        return tries.size();
    }

    @Override
    public void recorderLost(String reason) {
        why = reason;
        isLost = true;
        wasLost = true;
    }

    @Override
    public void retrying(Instant next) {
        tries.add(next);
    }

    @Override
    public void reconnected() {
        isLost = false;
    }

    @Override
    public void stateChanged(ExecutionState state, Cause cause) {
        // Of no interest.
    }

    @Override
    public void unclaimed(Message<IopubContent> message) {
        // Of no interest.
    }

    @Override
    public void aliveChanged(boolean isAlive) {
        // Of no interest.
    }

    @Override
    public void dropped(Channel channel, FrameProblem problem) {
        // Of no interest.
    }

    @Override
    public void ended() {
        // Of no interest.
    }
}
