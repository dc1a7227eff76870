package org.cellist.app.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.runtime.Kernelspec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What one kernel does, as it says itself, and whether its heart is heard.
///
/// Thread-safe.
final class KernelActivity implements KernelListener {

    private static final Logger LOG = LoggerFactory.getLogger(KernelActivity.class);

    private final Executor pulse;
    private final Runnable changed;
    private final Consumer<Message<IopubContent>> late;
    private volatile boolean isBusy;
    private volatile boolean isAlive = true;
    private final AtomicInteger questions = new AtomicInteger(); // asked, and not done with

    /// @param pulse runs a task at the owner's next pulse
    /// @param changed told there of each change
    /// @param late takes what belongs to no run under way, on the client's thread
    KernelActivity(Executor pulse, Runnable changed, Consumer<Message<IopubContent>> late) {
        this.pulse = pulse;
        this.changed = changed;
        this.late = late;
    }

    /// @param isQueueIdle whether nothing was sent to the kernel to be run
    KernelState state(Kernelspec kernelspec, boolean isQueueIdle) {
        if (!isAlive) {
            return new KernelState.Unresponsive(kernelspec);
        }
        return isBusy(isQueueIdle)
                ? new KernelState.Busy(kernelspec)
                : new KernelState.Idle(kernelspec);
    }

    /// Returns whether it does something. A question about code is done with in a moment, and
    /// asked with every other word: that shows nowhere.
    boolean isBusy(boolean isQueueIdle) {
        return isBusy && !(isQueueIdle && questions.get() > 0);
    }

    /// A question was sent, for which the kernel will be busy once, and then idle.
    void asked() {
        questions.incrementAndGet();
    }

    /// It takes longer than a moment.
    void late() {
        questions.set(0);
        pulse.execute(changed);
    }

    @Override
    public void stateChanged(ExecutionState state) {
        isBusy = state == ExecutionState.BUSY;
        if (!isBusy) {
            questions.updateAndGet(asked -> Math.max(0, asked - 1));
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
