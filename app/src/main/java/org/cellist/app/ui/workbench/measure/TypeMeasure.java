package org.cellist.app.ui.workbench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// How long it takes from a key's delivery to the editor until its letter is painted, and how
/// much of that the JavaFX thread works: its processor time, since the wall clock also counts
/// what the thread waits for. Keys come at uneven intervals and at any moment between two pulses,
/// as from a quick typist; lines are as long as lines of code are.
///
/// Confined to the JavaFX Application Thread.
final class TypeMeasure {

    private static final String TEXT = "total = sum(price * count for price in prices)  # 합계\n";
    private static final int WARM_UP_KEYS = 60;
    private static final int KEYS = 400;
    private static final int SHORTEST_MS = 40;
    private static final int SPREAD_MS = 70;

    private final Scene scene;
    private final Executor fx;
    private final Consumer<String> done;
    private final PulseEnds ends;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Random random = new Random(1);
    private final Samples latency = new Samples();
    private final Samples work = new Samples();
    private long delivered;
    private long busyBefore;
    private boolean waiting;
    private int keys;

    TypeMeasure(Scene scene, Executor fx, Consumer<String> done) {
        this.scene = scene;
        this.fx = fx;
        this.done = done;
        this.ends = new PulseEnds(scene, fx, this::pulseEnded);
        after(2000, this::begin);
    }

    /// Animations end at the beginning of a pulse, so a key that came at the end of one would never
    /// wait for the next pulse, as a person's does.
    private void after(int millis, Runnable action) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, fx).execute(action);
    }

    private void begin() {
        Node area = scene.getRoot().lookup(".code-row .code-area");
        if (area != null) {
            area.requestFocus();
            type();
        } else {
            after(200, this::begin);
        }
    }

    private void type() {
        Node focused = scene.getFocusOwner();
        if (keys == KEYS || focused == null) {
            finish();
            return;
        }
        char letter = TEXT.charAt(keys % TEXT.length());
        waiting = true;
        busyBefore = threads.getCurrentThreadCpuTime();
        delivered = System.nanoTime();
        press(focused, letter);
        keys++;
    }

    private static void press(Node focused, char letter) {
        boolean isEnter = letter == '\n';
        var code = isEnter ? KeyCode.ENTER : KeyCode.UNDEFINED;
        var typed = isEnter ? "\r" : String.valueOf(letter);
        Event.fireEvent(focused, key(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, code));
        Event.fireEvent(focused, key(KeyEvent.KEY_TYPED, typed, KeyCode.UNDEFINED));
        Event.fireEvent(focused, key(KeyEvent.KEY_RELEASED, KeyEvent.CHAR_UNDEFINED, code));
    }

    private static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, character, code, false, false, false, false);
    }

    private void pulseEnded() {
        if (!waiting) {
            return;
        }
        waiting = false;
        long now = System.nanoTime();
        if (keys > WARM_UP_KEYS) {
            latency.addNanos(now - delivered);
            work.addNanos(threads.getCurrentThreadCpuTime() - busyBefore);
        }
        after(SHORTEST_MS + random.nextInt(SPREAD_MS), this::type);
    }

    private void finish() {
        ends.stop();
        done.accept(
                "{"
                        + latency.json("key_to_paint_ms")
                        + ", "
                        + work.json("fx_work_ms")
                        + ", \"keys\": "
                        + (keys - WARM_UP_KEYS)
                        + "}");
    }
}
