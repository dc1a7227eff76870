package org.cellist.app.session;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.runtime.KernelRuntime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one kernel does, as it says itself, whether its heart is heard, and whether there is a
/// way to it.
///
/// Thread-safe.
final class KernelActivity implements KernelListener {

    private static final Logger LOG = LoggerFactory.getLogger(KernelActivity.class);

    private final Executor pulse;
    private final Runnable changed;
    private final Consumer<Message<IopubContent>> late;
    private volatile boolean isAtWork;
    private volatile boolean isAsked; // a question, which is done with in a moment
    private volatile boolean isLate; // with the answer to one: longer than a moment
    private volatile boolean isAlive = true;
    private volatile boolean isConnected = true;
    private volatile @Nullable String unrecorded; // why, while it is; null else
    private volatile @Nullable Instant nextTry; // to connect again, or to record

    /// @param pulse runs a task at the owner's next pulse
    /// @param changed told there of each change
    /// @param late takes what belongs to no run under way, on the client's thread
    KernelActivity(Executor pulse, Runnable changed, Consumer<Message<IopubContent>> late) {
        this.pulse = pulse;
        this.changed = changed;
        this.late = late;
    }

    KernelState state(KernelRuntime runtime) {
        var why = unrecorded;
        if (why != null) {
            return new KernelState.Unheard(runtime, why, nextTry);
        }
        if (!isConnected) {
            return new KernelState.Disconnected(runtime, nextTry);
        }
        if (!isAlive) {
            return new KernelState.Unresponsive(runtime);
        }
        return isBusy() ? new KernelState.Busy(runtime) : new KernelState.Idle(runtime);
    }

    /// Returns whether it does something. A question about code is done with in a moment, and
    /// asked with every other word: that shows nowhere, unless the answer is late.
    boolean isBusy() {
        return isAtWork || (isAsked && isLate);
    }

    /// The question that was asked takes longer than a moment.
    void late() {
        isLate = true;
        pulse.execute(changed);
    }

    /// Begins with a kernel that may be at work already.
    void begin(boolean works) {
        isAtWork |= works;
    }

    @Override
    public void stateChanged(ExecutionState state, Cause cause) {
        boolean isBusy = state == ExecutionState.BUSY;
        isAtWork = isBusy && cause == Cause.WORK;
        isAsked = isBusy && cause == Cause.QUESTION;
        if (state == ExecutionState.IDLE && cause == Cause.QUESTION) {
            isLate = false;
        }
        pulse.execute(changed);
    }

    @Override
    public void aliveChanged(boolean alive) {
        LOG.info("the kernel {}", alive ? "answers again" : "does not answer");
        isAlive = alive;
        pulse.execute(changed);
    }

    @Override
    public void disconnected(String why) {
        connected(false, null);
    }

    @Override
    public void recorderLost(String why) {
        LOG.info("nobody records what the kernel says: {}", why);
        connected(true, why);
    }

    @Override
    public void retrying(Instant next) {
        nextTry = next;
        pulse.execute(changed);
    }

    @Override
    public void reconnected() {
        connected(true, null);
    }

    /// @param notRecorded why nobody records it; null if somebody does, or nobody knows
    private void connected(boolean is, @Nullable String notRecorded) {
        isConnected = is;
        unrecorded = notRecorded;
        nextTry = null;
        pulse.execute(changed);
    }

    @Override
    public void unclaimed(Message<IopubContent> message) {
        late.accept(message);
    }

    @Override
    public void dropped(Channel channel, FrameProblem problem) {
        LOG.warn("dropped a message on {}: {}", channel, problem);
    }

    @Override
    public void ended() {
        LOG.debug("the connection to the kernel has ended");
    }
}
