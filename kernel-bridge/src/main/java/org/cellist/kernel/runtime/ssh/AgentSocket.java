package org.cellist.kernel.runtime.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Map;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.cellist.kernel.runtime.ssh.openssh.PublicKeys;
import org.cellist.kernel.runtime.ssh.openssh.SshConfig;

/// A connection to the person's SSH agent over its Unix domain socket; see
/// draft-miller-ssh-agent. The library's own needs a native one.
///
/// Confined to the thread that logs in.
final class AgentSocket extends AbstractAgentProxy {

    private static final int LARGEST_ANSWER = 256 << 10;

    private final SocketChannel channel;
    private final SshConfig.Target target;

    /// @param target whose identity files say which keys come first
    /// @throws IOException if nobody listens there
    AgentSocket(Path socket, SshConfig.Target target) throws IOException {
        super(null);
        this.target = target;
        this.channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    }

    /// The keys that the configuration names come first, since a machine bears few attempts; no
    /// others, if it says so.
    @Override
    public Iterable<? extends Map.Entry<PublicKey, String>> getIdentities() throws IOException {
        var named = new ArrayList<Map.Entry<PublicKey, String>>();
        var others = new ArrayList<Map.Entry<PublicKey, String>>();
        var blobs = target.identities().stream().flatMap(it -> PublicKeys.of(it).stream()).toList();
        for (Map.Entry<PublicKey, String> key : super.getIdentities()) {
            (blobs.contains(PublicKeys.blob(key.getKey())) ? named : others).add(key);
        }
        if (!target.identitiesOnly()) {
            named.addAll(others);
        }
        return named;
    }

    @Override
    protected Buffer request(Buffer request) throws IOException {
        var out = ByteBuffer.wrap(request.getCompactData());
        while (out.hasRemaining()) {
            channel.write(out);
        }
        int length = read(Integer.BYTES).getInt();
        if (length < 1 || length > LARGEST_ANSWER) {
            throw new IOException("the agent's answer has " + length + " bytes");
        }
        return new ByteArrayBuffer(read(length).array());
    }

    private ByteBuffer read(int bytes) throws IOException {
        var in = ByteBuffer.allocate(bytes);
        while (in.hasRemaining()) {
            if (channel.read(in) < 0) {
                throw new EOFException("the agent has ended the conversation");
            }
        }
        return in.flip();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        super.close();
    }
}
