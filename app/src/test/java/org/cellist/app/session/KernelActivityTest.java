package org.cellist.app.session;

import static org.cellist.kernel.client.KernelListener.Cause.QUESTION;
import static org.cellist.kernel.client.KernelListener.Cause.WORK;
import static org.cellist.kernel.protocol.ExecutionState.BUSY;
import static org.cellist.kernel.protocol.ExecutionState.IDLE;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// When a kernel shows as busy.
class KernelActivityTest {

    private final KernelActivity activity = new KernelActivity(Runnable::run, () -> {}, _ -> {});

    @Test
    void workShows() {
        activity.stateChanged(BUSY, WORK);
        assertTrue(activity.isBusy());

        activity.stateChanged(IDLE, WORK);
        assertFalse(activity.isBusy());
    }

    @Test
    void aQuestionShowsOnlyWhileItIsLate() {
        activity.stateChanged(BUSY, QUESTION);
        assertFalse(activity.isBusy());

        activity.late();
        assertTrue(activity.isBusy());

        activity.stateChanged(IDLE, QUESTION);
        assertFalse(activity.isBusy());
        activity.stateChanged(BUSY, QUESTION);
        assertFalse(activity.isBusy());
    }

    @Test
    void theEndOfAQuestionDoesNotHideTheWorkAfterIt() {
        activity.stateChanged(BUSY, QUESTION);
        activity.stateChanged(IDLE, QUESTION);
        activity.stateChanged(BUSY, WORK);

        assertTrue(activity.isBusy());
    }

    @Test
    void aQuestionAskedWhileAnotherProgramsWorkRunsShowsWhenItsTurnComes() {
        activity.stateChanged(BUSY, WORK);
        activity.late();
        activity.stateChanged(IDLE, WORK);
        activity.stateChanged(BUSY, QUESTION);

        assertTrue(activity.isBusy());
    }
}
