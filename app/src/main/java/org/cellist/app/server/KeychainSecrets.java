package org.cellist.app.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Secrets in the system's keychain, and in memory as well. Where there is no keychain, or while
/// it does not answer, they are in memory alone.
///
/// One thread, `keychain`, asks it, since a keychain may first ask its owner for a password.
/// Nobody waits longer for that than a limit; what it answers later is there for the next
/// question. What it says of its troubles is not logged, since secrets may be among it.
///
/// Thread-safe.
public final class KeychainSecrets implements Secrets {

    private static final Logger LOG = LoggerFactory.getLogger(KeychainSecrets.class);

    /// Time to type a password, and less than anybody waits for a list.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MemorySecrets memory = new MemorySecrets();
    private final Keychain.Opener opener;
    private final Duration patience;
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("keychain").factory());
    private @Nullable Keychain opened; // confined to the line
    private boolean isMissing; // confined to the line
    private volatile boolean isLate; // with an answer
    private volatile boolean isKept; // what was put last

    /// The keychain of this system, which is looked for at the first question.
    public KeychainSecrets() {
        this(SystemKeychain::open, PATIENCE);
    }

    /// @param patience how long a question may take
    KeychainSecrets(Keychain.Opener opener, Duration patience) {
        this.opener = opener;
        this.patience = patience;
    }

    private interface Question {
        void ask(Keychain keychain) throws KeychainException;
    }

    @Override
    public boolean outlivesProgram() {
        return isKept;
    }

    @Override
    public Optional<String> get(String account) {
        if (memory.get(account).isEmpty()) {
            ask(keychain -> keychain.get(account).ifPresent(it -> memory.offer(account, it)));
        }
        return memory.get(account);
    }

    @Override
    public void put(String account, String secret) {
        memory.put(account, secret);
        isKept = false;
        ask(
                keychain -> {
                    keychain.put(account, secret);
                    isKept = true;
                });
    }

    @Override
    public void remove(String account) {
        memory.remove(account);
        ask(
                keychain -> {
                    memory.remove(account); // an answer may have come meanwhile
                    keychain.remove(account);
                });
    }

    /// Asks when its turn comes, and waits for the end of that unless it takes too long, or an
    /// earlier question does.
    private void ask(Question question) {
        var asked = line.submit(() -> answer(question));
        try {
            asked.get(isLate ? 0 : patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            isLate = !asked.isDone();
            LOG.info("The keychain has not answered yet");
        } catch (ExecutionException e) {
            var cause = e.getCause();
            LOG.warn("The keychain failed: {}", (cause == null ? e : cause).getClass().getName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(Question question) {
        try {
            var keychain = keychain();
            if (keychain != null) {
                question.ask(keychain);
            }
        } catch (KeychainException e) {
            LOG.info("The keychain refused: {}", e.getMessage());
        } finally {
            isLate = false;
        }
    }

    private @Nullable Keychain keychain() {
        if (opened == null && !isMissing) {
            isMissing = true; // whatever happens now
            try {
                opened = opener.open();
            } catch (KeychainException e) {
                LOG.info("There is no keychain here: {}", e.getMessage());
            }
        }
        return opened;
    }
}
