package org.cellist.kernel.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cellist.kernel.protocol.Channel;
import org.cellist.kernel.protocol.MessageId;
import org.junit.jupiter.api.Test;

/// Gaps in the numbers of a kernel's messages.
class ContinuityTest {

    private final Continuity continuity = new Continuity();

    @Test
    void numbersWithoutAGapLackNothingInWhateverOrderChannelsCome() {
        iopub(7);
        continuity.broke();
        iopub(9);
        continuity.heard(Channel.SHELL, id(8));

        assertFalse(continuity.mayLackBefore(id(10)));
    }

    @Test
    void aGapAfterTheBreakMayBeALoss() {
        iopub(7);
        continuity.broke();
        iopub(9);

        assertTrue(continuity.mayLackBefore(id(10)));
    }

    @Test
    void whatWasMissingBeforeTheBreakIsAnotherClients() {
        iopub(3);
        iopub(7);
        continuity.broke();

        assertFalse(continuity.mayLackBefore(id(8)));
    }

    @Test
    void aKernelWithoutNumbersMayAlwaysHaveLostSomething() {
        continuity.heard(Channel.IOPUB, new MessageId("0a1b"));
        continuity.broke();

        assertTrue(continuity.mayLackBefore(new MessageId("2c3d")));
    }

    @Test
    void aMendedConnectionForgetsTheGap() {
        iopub(7);
        continuity.broke();
        iopub(9);
        continuity.mended();
        iopub(10);
        continuity.broke();

        assertFalse(continuity.mayLackBefore(id(11)));
    }

    private void iopub(long number) {
        continuity.heard(Channel.IOPUB, id(number));
    }

    private static MessageId id(long number) {
        return new MessageId("aa-bb_77_" + number);
    }
}
