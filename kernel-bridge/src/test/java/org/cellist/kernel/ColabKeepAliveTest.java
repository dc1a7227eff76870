package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.cellist.kernel.client.KernelListener.Cause;
import org.cellist.kernel.protocol.ExecutionState;
import org.junit.jupiter.api.Test;

/// Which runtimes are held.
class ColabKeepAliveTest {

    private Instant now = Instant.ofEpochSecond(1_000_000);
    private final ColabKeepAlive.Work work = new ColabKeepAlive.Work(() -> now, () -> {});

    @Test
    void aRuntimeIsHeldForAnHourAfterItsLastWork() {
        pass(Duration.ofMinutes(50));
        work.stateChanged(ExecutionState.BUSY, Cause.WORK);
        work.stateChanged(ExecutionState.IDLE, Cause.WORK);

        pass(Duration.ofMinutes(59));
        assertTrue(work.isRecent(ExecutionState.IDLE, now));
        pass(Duration.ofMinutes(1));
        assertFalse(work.isRecent(ExecutionState.IDLE, now));
    }

    @Test
    void aRunOfMoreThanAnHourHoldsIt() {
        work.stateChanged(ExecutionState.BUSY, Cause.WORK);
        pass(Duration.ofHours(9));

        assertTrue(work.isRecent(ExecutionState.BUSY, now));
    }

    @Test
    void questionsThatAnEditorAsksDoNot() {
        pass(Duration.ofMinutes(59));
        work.stateChanged(ExecutionState.BUSY, Cause.QUESTION);
        work.stateChanged(ExecutionState.IDLE, Cause.QUESTION);

        pass(Duration.ofMinutes(1));
        assertFalse(work.isRecent(ExecutionState.IDLE, now));
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
