package org.cellist.kernel.runtime.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.core.CoreModuleProperties;
import org.cellist.kernel.runtime.ssh.openssh.KnownHosts;
import org.cellist.kernel.runtime.ssh.openssh.PublicKeys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the library's clients as we want them: nothing is read from files behind our back, keys
/// of machines are judged by [Login], the agent is asked over its socket, and silence ends a
/// connection. Each has threads of its own, so that one that waits for a person holds up nobody.
///
/// Stateless.
final class SshClients {

    /// Whose attempt a session is.
    static final AttributeKey<Login> LOGIN = new AttributeKey<>();

    private static final Logger LOG = LoggerFactory.getLogger(SshClients.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final int MOST_UNANSWERED = 3;

    private SshClients() {}

    static SshClient make(SshPlaces places) {
        var client = ClientBuilder.builder().build(true);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(
                (session, _, key) -> {
                    var shown = new KnownHosts.Key(KeyUtils.getKeyType(key), PublicKeys.blob(key));
                    return login(session).accepts(shown);
                });
        client.setAgentFactory(new Agents(places.agent()));
        client.addSessionListener(new KnownTypesFirst());
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, HEARTBEAT);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, MOST_UNANSWERED);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.IDLE_TIMEOUT.set(client, Duration.ZERO);
        CoreModuleProperties.AUTH_TIMEOUT.set(client, Duration.ZERO);
        client.start();
        return client;
    }

    private static Login login(Session session) {
        var context = ((ClientSession) session).getConnectionContext();
        var login = context == null ? null : context.getAttribute(LOGIN);
        if (login == null) {
            throw new IllegalStateException("a session of nobody's");
        }
        return login;
    }

    /// Asks a machine for the type of key by which it is known: it has several, and another one
    /// would look like a stranger's. Certificates are not understood.
    private static final class KnownTypesFirst implements SessionListener {

        @Override
        public void sessionCreated(Session session) {
            var types = login(session).knownTypes();
            List<NamedFactory<Signature>> all = session.getSignatureFactories();
            var wanted =
                    all.stream()
                            .filter(it -> !it.getName().contains("-cert-"))
                            .sorted(Comparator.comparing(it -> !isOne(types, it.getName())))
                            .toList();
            session.setSignatureFactories(wanted);
        }

        private static boolean isOne(List<String> types, String signature) {
            return types.contains(KeyUtils.getCanonicalKeyType(signature));
        }
    }

    /// Connects to the person's agent where there is one. Stateless.
    private record Agents(@Nullable String usual) implements SshAgentFactory {

        @Override
        public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
            return List.of();
        }

        @Override
        public @Nullable SshAgent createClient(Session session, FactoryManager manager) {
            var configured = login(session).target().agent();
            var socket = configured == null ? usual : configured;
            if (socket == null || socket.isEmpty()) {
                return null;
            }
            try {
                return new AgentSocket(Path.of(socket), login(session).target());
            } catch (IOException | RuntimeException e) {
                LOG.info("no agent at {}: {}", socket, e.toString());
                return null;
            }
        }

        @Override
        public SshAgentServer createServer(ConnectionService service) {
            throw new UnsupportedOperationException("no agent is lent to other machines");
        }
    }
}
