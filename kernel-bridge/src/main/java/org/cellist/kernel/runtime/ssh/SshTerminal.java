package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.sshd.client.channel.PtyCapableChannelSession;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;

/// The login shell of a machine, in a pseudo-terminal that its server has made.
///
/// Thread-safe, with one reader at a time.
final class SshTerminal implements Terminal {

    private final SshConnection connection;
    private final PtyCapableChannelSession channel;
    private final InputStream in;
    private final OutputStream out;
    private final CompletableFuture<TerminalEnd> end = new CompletableFuture<>();

    /// Takes over an open channel.
    SshTerminal(SshConnection connection, PtyCapableChannelSession channel) {
        this.connection = connection;
        this.channel = channel;
        this.in = channel.getInvertedOut();
        this.out = channel.getInvertedIn();
        channel.addCloseFutureListener(_ -> end.complete(howEnded()));
    }

    /// A server tells the code before it closes the channel; one that is gone tells nothing.
    private TerminalEnd howEnded() {
        var code = channel.getExitStatus();
        if (code != null) {
            return new TerminalEnd.Exited(code);
        }
        return connection.isOpen() ? new TerminalEnd.Ended() : new TerminalEnd.Lost("");
    }

    @Override
    public int read(byte[] into) throws IOException {
        return in.read(into);
    }

    @Override
    public void write(byte[] typed) throws IOException {
        synchronized (out) {
            out.write(typed);
            out.flush();
        }
    }

    @Override
    public void resize(TerminalSize size) throws IOException {
        if (channel.isOpen()) {
            channel.sendWindowChange(size.columns(), size.rows());
        }
    }

    @Override
    public Work work() {
        return channel.isOpen() ? Work.UNKNOWN : Work.NONE;
    }

    @Override
    public CompletionStage<TerminalEnd> end() {
        return end.minimalCompletionStage();
    }

    /// The server hangs up on the shell, once it is told: an end at this side alone would leave it.
    @Override
    public void close() {
        channel.close(false);
    }
}
