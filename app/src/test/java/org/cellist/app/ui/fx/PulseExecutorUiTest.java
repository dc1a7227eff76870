package org.cellist.app.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class PulseExecutorUiTest {

    private final PulseExecutor pulses = new PulseExecutor(new FxExecutor());

    @Test
    void aTriggerPulledOftenRunsItsActionOnce(Fx fx) {
        var runs = new AtomicInteger();
        var trigger = pulses.oncePerPulse(runs::incrementAndGet);

        fx.run(
                () -> {
                    for (int i = 0; i < 1000; i++) {
                        trigger.run();
                    }
                });
        fx.await("the action ran", () -> runs.get() > 0);
        fx.settle();

        assertEquals(1, runs.get());
    }

    @Test
    void aTriggerPulledByItsOwnActionRunsAgainInALaterPulse(Fx fx) {
        var runs = new AtomicInteger();
        var again = new Runnable[1];
        again[0] =
                pulses.oncePerPulse(
                        () -> {
                            if (runs.incrementAndGet() < 3) {
                                again[0].run();
                            }
                        });

        again[0].run();
        fx.await("it ran three times", () -> runs.get() == 3);
        fx.settle();

        assertEquals(3, runs.get());
    }

    @Test
    void tasksRunInOrderOnTheJavaFxThread(Fx fx) {
        var seen = new CopyOnWriteArrayList<Integer>();
        var places = new CopyOnWriteArrayList<Boolean>();

        for (int i = 0; i < 3; i++) {
            int number = i;
            pulses.execute(
                    () -> {
                        seen.add(number);
                        places.add(Platform.isFxApplicationThread());
                    });
        }
        fx.await("all ran", () -> seen.size() == 3);

        assertEquals(List.of(0, 1, 2), seen);
        assertTrue(places.stream().allMatch(place -> place));
    }

    @Test
    void anExecutorCallFromTheJavaFxThreadIsQueuedNotRunAtOnce(Fx fx) {
        var order = new CopyOnWriteArrayList<String>();

        fx.run(
                () -> {
                    new FxExecutor().execute(() -> order.add("task"));
                    order.add("caller");
                });
        fx.settle();

        assertEquals(List.of("caller", "task"), order);
    }
}
