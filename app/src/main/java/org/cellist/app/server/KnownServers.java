package org.cellist.app.server;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cellist.app.settings.KnownServer;
import org.cellist.app.settings.SettingsStore;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.server.ServerKeys;

/// The servers that a person added: their addresses in the settings, their secrets in the
/// keychain.
///
/// Thread-safe. What needs a secret may block.
public final class KnownServers implements ServerKeys {

    private static final String TOKEN = "token ";
    private static final String PASSWORD = "password ";

    private final SettingsStore settings;
    private final Secrets secrets;

    public KnownServers(SettingsStore settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /// Returns them in the order in which they were added.
    public List<ServerAddress> all() {
        return settings.current().servers().known().stream()
                .filter(it -> !it.isHost())
                .flatMap(it -> address(it.address()).stream())
                .toList();
    }

    private static Optional<ServerAddress> address(String text) {
        try {
            return Optional.of(new ServerAddress(URI.create(text)));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // a hand has changed the settings
        }
    }

    /// Returns whether secrets are kept for the next start.
    public boolean keepsSecrets() {
        return secrets.outlivesProgram();
    }

    /// Keeps a server, or another way to log in to it.
    public void add(ServerAddress server, ServerLogin login, boolean mayGoPlain) {
        var address = server.toString();
        switch (login) {
            case ServerLogin.Token(var token) -> secrets.put(address, TOKEN + token);
            case ServerLogin.Password(var password) -> secrets.put(address, PASSWORD + password);
            case ServerLogin.None _, ServerLogin.Headers _ -> secrets.remove(address);
        }
        settings.update(
                it -> it.withServers(it.servers().with(new KnownServer(address, mayGoPlain))));
    }

    /// Forgets a server with its secret, and what ran there.
    public void forget(ServerAddress server) {
        var address = server.toString();
        settings.update(it -> it.withServers(it.servers().without(address)));
        secrets.remove(address);
    }

    @Override
    public ServerLogin login(ServerAddress server) {
        var secret = secrets.get(server.toString()).orElse("");
        if (secret.startsWith(TOKEN)) {
            return new ServerLogin.Token(secret.substring(TOKEN.length()));
        }
        return secret.startsWith(PASSWORD)
                ? new ServerLogin.Password(secret.substring(PASSWORD.length()))
                : new ServerLogin.None();
    }

    @Override
    public boolean mayGoPlain(ServerAddress server) {
        return settings.current()
                .servers()
                .server(server.toString())
                .filter(KnownServer::isPlainAllowed)
                .isPresent();
    }
}
