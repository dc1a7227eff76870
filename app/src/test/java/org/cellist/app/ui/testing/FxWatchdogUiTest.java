package org.cellist.app.ui.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ui")
class FxWatchdogUiTest {

    private final Fx fx = new Fx();
    private final FxWatchdog watchdog = new FxWatchdog(fx);

    @BeforeEach
    void start() {
        fx.begin();
        fx.settle();
    }

    @Test
    void aLatchOnTheJavaFxThreadFailsTheTest() {
        watchdog.begin();
        fx.run(() -> awaitInVain(new CountDownLatch(1)));
        watchdog.end();

        var failure = assertThrows(AssertionError.class, watchdog::failOnStall);
        assertTrue(String.valueOf(failure.getMessage()).contains("awaitInVain"));
    }

    @Test
    void aThreadThatAnswersPasses() {
        watchdog.begin();
        fx.settle();
        watchdog.end();

        assertDoesNotThrow(watchdog::failOnStall);
    }

    private static void awaitInVain(CountDownLatch latch) {
        try {
            assertTrue(!latch.await(300, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
