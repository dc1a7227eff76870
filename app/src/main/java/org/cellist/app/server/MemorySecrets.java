package org.cellist.app.server;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Secrets that are forgotten when the program ends.
///
/// Thread-safe.
public final class MemorySecrets implements Secrets {

    private final Map<String, String> kept = new ConcurrentHashMap<>();

    @Override
    public boolean outlivesProgram() {
        return false;
    }

    @Override
    public Optional<String> get(String account) {
        return Optional.ofNullable(kept.get(account));
    }

    @Override
    public void put(String account, String secret) {
        kept.put(account, secret);
    }

    /// Keeps a secret unless there is one already.
    void offer(String account, String secret) {
        kept.putIfAbsent(account, secret);
    }

    @Override
    public void remove(String account) {
        kept.remove(account);
    }
}
