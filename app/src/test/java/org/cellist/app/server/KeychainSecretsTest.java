package org.cellist.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Secrets in keychains that are there, are not, fail, or do not answer.
class KeychainSecretsTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final Map<String, String> entries = new ConcurrentHashMap<>();

    @Test
    void whatIsInTheKeychainIsThereAtTheNextStart() {
        var secrets = new KeychainSecrets(Chest::new, LONG);

        secrets.put("a", "one");
        secrets.put("b", "two");
        secrets.remove("a");

        assertTrue(secrets.outlivesProgram());
        var next = new KeychainSecrets(Chest::new, LONG);
        assertEquals(Optional.empty(), next.get("a"));
        assertEquals(Optional.of("two"), next.get("b"));
    }

    @Test
    void withoutAKeychainSecretsLastAsLongAsTheProgramAndThatIsSaid() {
        var secrets =
                new KeychainSecrets(
                        () -> {
                            throw new KeychainException(new IOException("no bus"));
                        },
                        LONG);

        secrets.put("a", "one");

        assertFalse(secrets.outlivesProgram());
        assertEquals(Optional.of("one"), secrets.get("a"));
    }

    @Test
    void aKeychainThatFailsKeepsNothingAndThatIsSaid() {
        var secrets = new KeychainSecrets(Broken::new, LONG);

        secrets.put("a", "one");

        assertFalse(secrets.outlivesProgram());
        assertEquals(Optional.of("one"), secrets.get("a"));
        assertEquals(Optional.empty(), secrets.get("b"));
    }

    @Test
    @Timeout(120)
    void aKeychainThatDoesNotAnswerHoldsNobodyUpAndItsAnswerIsThereWhenItComes() {
        entries.put("a", "one");
        var isUnlocked = new CountDownLatch(1);
        var secrets =
                new KeychainSecrets(
                        () -> {
                            awaitQuietly(isUnlocked);
                            return new Chest();
                        },
                        Duration.ofMillis(20));

        assertEquals(Optional.empty(), secrets.get("a"));
        secrets.put("b", "two");
        assertEquals(Optional.of("two"), secrets.get("b"));
        assertFalse(secrets.outlivesProgram());
        isUnlocked.countDown();

        while (secrets.get("a").isEmpty() || !secrets.outlivesProgram()) {
            Thread.onSpinWait();
        }
        assertEquals(Map.of("a", "one", "b", "two"), entries);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A keychain in the test's map.
    private class Chest implements Keychain {

        @Override
        public Optional<String> get(String account) {
            return Optional.ofNullable(entries.get(account));
        }

        @Override
        public void put(String account, String secret) throws KeychainException {
            entries.put(account, secret);
        }

        @Override
        public void remove(String account) {
            entries.remove(account);
        }
    }

    private final class Broken extends Chest {

        @Override
        public Optional<String> get(String account) {
            throw new IllegalStateException("a message with a secret");
        }

        @Override
        public void put(String account, String secret) throws KeychainException {
            throw new KeychainException(new IOException("locked"));
        }
    }
}
