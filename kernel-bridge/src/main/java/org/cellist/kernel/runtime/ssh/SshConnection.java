package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.host.HostQuestions;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.hosted.FullException;
import org.cellist.kernel.runtime.hosted.HostConnection;
import org.cellist.kernel.runtime.hosted.HostException;
import org.cellist.kernel.runtime.hosted.ShellScript;
import org.cellist.kernel.runtime.ssh.openssh.SshConfig;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// A connection to a machine that has let us in, through the machines in between.
///
/// Thread-safe. Its methods block, but for [#isOpen] and [#close].
final class SshConnection implements HostConnection {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(20);

    /// A person looks for the telephone that shows the code.
    private static final Duration LOGIN_PATIENCE = Duration.ofMinutes(10);

    private static final Duration OPEN_PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LAST_PAUSE = Duration.ofMillis(320);
    private static final int MOST_HOPS = 8;
    private static final int PROHIBITED = SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED;
    private static final String LOOPBACK = "127.0.0.1";

    private final SshClient client;
    private final Deque<ClientSession> sessions; // the last one is the machine's
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile @Nullable SftpChannel files; // the newest

    private SshConnection(SshClient client, Deque<ClientSession> sessions) {
        this.client = client;
        this.sessions = sessions;
        for (var session : sessions) {
            session.addCloseFutureListener(_ -> end.complete(null));
        }
    }

    /// Connects and logs in. Blocks as long as a person thinks about the machine's questions.
    static SshConnection open(SshPlaces places, SshHost host, HostQuestions questions)
            throws HostException, InterruptedException {
        var route = route(SshConfig.read(places.home(), places.user(), places.configs()), host);
        var client = SshClients.make(places);
        var sessions = new ArrayDeque<ClientSession>();
        boolean isThere = false;
        try {
            for (var target : route) {
                var login = new Login(target, questions);
                sessions.add(session(client, sessions.peekLast(), login));
            }
            var connection = new SshConnection(client, sessions);
            isThere = true;
            return connection;
        } finally {
            if (!isThere) {
                client.close(true);
            }
        }
    }

    private static List<SshConfig.Target> route(SshConfig config, SshHost host)
            throws HostException {
        var route = new ArrayList<SshConfig.Target>();
        extend(route, config, host);
        return route;
    }

    private static void extend(List<SshConfig.Target> route, SshConfig config, SshHost host)
            throws HostException {
        var target = config.resolve(host);
        var obstacle = target.obstacle();
        if (obstacle != null || route.size() + target.jumps().size() > MOST_HOPS) {
            throw new HostException(
                    new HostProblem.Failed(obstacle == null ? "ProxyJump " + host : obstacle));
        }
        boolean isFirst = route.isEmpty();
        for (var jump : target.jumps()) {
            if (isFirst) { // a jump's own jumps lead to the first one only
                extend(route, config, jump);
                isFirst = false;
            } else {
                route.add(config.resolve(jump));
            }
        }
        route.add(target);
    }

    private static ClientSession session(
            SshClient client, @Nullable ClientSession before, Login login)
            throws HostException, InterruptedException {
        var target = login.target();
        ClientSession session = null;
        boolean isIn = false;
        try {
            session = connected(client, before, login);
            session.setUserInteraction(login);
            session.setKeyIdentityProvider(new KeyFiles(target.identities(), login));
            session.auth().verify(LOGIN_PATIENCE);
            isIn = true;
            return session;
        } catch (IOException e) {
            throw new HostException(problem(login, session, e));
        } finally {
            if (!isIn && session != null) {
                session.close(true);
            }
        }
    }

    private static HostProblem problem(Login login, @Nullable ClientSession session, IOException e)
            throws InterruptedException {
        var problem = login.problem();
        if (problem != null) {
            return problem;
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var target = login.target();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return new HostProblem.UnknownName(target.host());
                }
                case ConnectException refused
                        when String.valueOf(refused.getMessage()).contains("refused") -> {
                    return new HostProblem.Refused(target.address());
                }
                default -> {}
            }
        }
        var words = HostException.words(e);
        return session != null && words.contains("authentication methods")
                ? new HostProblem.LoginRefused(target.login())
                : new HostProblem.Unreachable(target.address(), words);
    }

    private static ClientSession connected(
            SshClient client, @Nullable ClientSession before, Login login) throws IOException {
        if (before != null) {
            var target = login.target();
            var tunnel =
                    before.createLocalPortForwardingTracker(
                            new SshdSocketAddress(LOOPBACK, 0),
                            new SshdSocketAddress(target.host(), target.port()));
            return connected(client, tunnel.getBoundAddress().toInetSocketAddress(), login);
        }
        ConnectException refused = null;
        for (var address : InetAddress.getAllByName(login.target().host())) {
            try {
                var socket = new InetSocketAddress(address, login.target().port());
                return connected(client, socket, login);
            } catch (IOException e) {
                var last = new ConnectException(HostException.words(e));
                last.initCause(e);
                refused = last;
            }
        }
        throw refused == null ? new UnknownHostException(login.target().host()) : refused;
    }

    private static ClientSession connected(SshClient client, InetSocketAddress address, Login login)
            throws IOException {
        return client.connect(
                        login.target().user(),
                        address,
                        AttributeRepository.ofKeyValuePair(SshClients.LOGIN, login),
                        null)
                .verify(CONNECT_PATIENCE)
                .getSession();
    }

    private ClientSession machine() {
        return sessions.getLast();
    }

    @Override
    public boolean isOpen() {
        return !end.isDone() && machine().isOpen();
    }

    @Override
    public SshStream start(ShellScript script, OutputStream trouble)
            throws HostException, FullException, InterruptedException {
        return opened(
                () -> {
                    var channel = machine().createExecChannel(script.forLoginShell());
                    channel.setRedirectErrorStream(false);
                    channel.setErr(trouble);
                    return new SshStream(begun(channel));
                });
    }

    /// Starts the login shell there, in a terminal. In a folder it begins without the machine's
    /// greeting, which comes with a login alone.
    @Override
    public SshTerminal terminal(String folder, TerminalSize size)
            throws HostException, FullException, InterruptedException {
        var script = new ShellScript(ShellScript.into(folder) + "exec ${SHELL:-/bin/sh} -l");
        return opened(
                () -> {
                    var channel =
                            folder.isEmpty()
                                    ? machine().createShellChannel()
                                    : machine().createExecChannel(script.forLoginShell());
                    channel.setUsePty(true);
                    channel.setPtyType(Terminal.TYPE);
                    channel.setPtyColumns(size.columns());
                    channel.setPtyLines(size.rows());
                    channel.setRedirectErrorStream(true);
                    return new SshTerminal(this, begun(channel));
                });
    }

    private static <C extends ClientChannel> C begun(C channel) throws IOException {
        channel.open().verify(OPEN_PATIENCE);
        return channel;
    }

    /// Opens a channel for the machine's files.
    ///
    /// @throws SftpChannel.NotOfferedException if it lends none
    SftpChannel files() throws HostException, FullException, InterruptedException {
        var opened = opened(() -> SftpChannel.open(machine()));
        files = opened;
        return opened;
    }

    @Override
    public boolean makeRoom() {
        var now = files;
        return now != null && now.giveWay();
    }

    private interface Opening<T> {
        T begin() throws IOException, HostException;
    }

    /// What has ended a moment ago still counts among those that the machine allows, so a refusal
    /// is not believed at once.
    private <T> T opened(Opening<T> opening)
            throws HostException, FullException, InterruptedException {
        for (var pause = FIRST_PAUSE; ; pause = pause.multipliedBy(2)) {
            try {
                return openedNow(opening);
            } catch (FullException e) {
                if (pause.compareTo(LAST_PAUSE) > 0 || endsWithin(pause)) {
                    throw e;
                }
            }
        }
    }

    private boolean endsWithin(Duration patience) throws InterruptedException {
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e); // it never ends so
        }
    }

    private static <T> T openedNow(Opening<T> opening)
            throws HostException, FullException, InterruptedException {
        try {
            return opening.begin();
        } catch (IOException e) {
            if (SftpChannel.isInterruption(e)) {
                throw new InterruptedException();
            }
            if (refusal(e).isPresent()) {
                throw new FullException(e);
            }
            throw new HostException(new HostProblem.Failed(HostException.words(e)));
        } catch (IllegalStateException e) {
            throw new HostException(new HostProblem.Failed(HostException.words(e)));
        }
    }

    /// Returns what the machine said when it did not open a channel.
    private static Optional<SshChannelOpenException> refusal(IOException why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SshChannelOpenException said) {
                return Optional.of(said);
            }
        }
        return Optional.empty();
    }

    @Override
    public SshStream reach(int port) throws IOException {
        var channel = channelTo(port);
        try {
            channel.open().verify(OPEN_PATIENCE);
            return new SshStream(channel);
        } catch (IOException e) {
            channel.close(true);
            throw e;
        }
    }

    private ChannelDirectTcpip channelTo(int port) throws IOException {
        try {
            return machine()
                    .createDirectTcpipChannel(
                            new SshdSocketAddress(LOOPBACK, 0),
                            new SshdSocketAddress(LOOPBACK, port));
        } catch (IllegalStateException e) { // the session is being closed
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean forbidsTunnels(int there) {
        try (var _ = reach(there)) {
            return false;
        } catch (IOException e) {
            return refusal(e)
                    .filter(it -> it.getReasonCode() == PROHIBITED)
                    .isPresent(); // else others find out
        }
    }

    @Override
    public void close() {
        end.complete(null);
        client.close(true);
    }
}
