package org.cellist.kernel;

import java.util.concurrent.CompletionStage;
import org.cellist.kernel.client.KernelClient;
import org.cellist.kernel.client.KernelListener;
import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.ExecutionState;
import org.cellist.kernel.protocol.FrameProblem;
import org.cellist.kernel.protocol.IopubContent;
import org.cellist.kernel.protocol.Message;
import org.cellist.kernel.runtime.KernelExit;
import org.cellist.kernel.runtime.KernelRuntime.JupyterServer;
import org.cellist.kernel.runtime.server.JupyterServers.Notebook;
import org.cellist.kernel.runtime.server.RemoteKernel;

/// A kernel on a Jupyter server that answers, and the client that talks to it.
///
/// Thread-safe. What asks the server blocks; call it on virtual threads.
public final class ServedKernel implements AutoCloseable {

    private final JupyterServer runtime;
    private final RemoteKernel remote;
    private final KernelClient client;

    ServedKernel(JupyterServer runtime, RemoteKernel remote, KernelClient client) {
        this.runtime = runtime;
        this.remote = remote;
        this.client = client;
        client.addListener(new Death());
    }

    public JupyterServer runtime() {
        return runtime;
    }

    public KernelClient client() {
        return client;
    }

    /// Returns whether it runs something, as it said last itself; before that, as its server says.
    public boolean isBusy() {
        var state = client.state();
        return state == ExecutionState.STARTING ? remote.isBusy() : state == ExecutionState.BUSY;
    }

    /// Completes when the kernel has ended for us, with what is known of why.
    public CompletionStage<KernelExit> exit() {
        return remote.exit();
    }

    public void interrupt() throws InterruptedException {
        remote.interrupt();
    }

    /// It runs for another notebook from now on, which has another name.
    public void rename(Notebook notebook) throws InterruptedException {
        remote.rename(notebook);
    }

    /// Tries at once to connect again, if the connection is broken.
    public void hurry() {
        remote.hurry();
    }

    /// Ends the connection; the kernel runs on.
    @Override
    public void close() {
        client.close();
        remote.leave();
    }

    String id() {
        return remote.id();
    }

    /// The kernel is gone, without being asked to go.
    void gone(String why) {
        remote.gone(why);
        client.close();
    }

    /// Hears the server say that the process died. It may start another one, which knows
    /// nothing of what was: for the notebook the kernel is gone.
    private final class Death implements KernelListener {

        @Override
        public void stateChanged(ExecutionState state, Cause cause) {
            if (state == ExecutionState.RESTARTING || state == ExecutionState.DEAD) {
                gone("");
            }
        }

        @Override
        public void unclaimed(Message<IopubContent> message) {
            // Others listen to the kernel's words.
        }

        @Override
        public void aliveChanged(boolean isAlive) {
            // A WebSocket has no heartbeat.
        }

        @Override
        public void dropped(Channel channel, FrameProblem problem) {
            // Others say it.
        }

        @Override
        public void ended() {
            // Asked for, or told by the connection.
        }
    }
}
