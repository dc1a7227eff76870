package org.cellist.app.ui.workbench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import org.cellist.app.ui.notebook.column.ScrollPosition;
import org.cellist.app.ui.notebook.column.VirtualColumn;
import org.jspecify.annotations.Nullable;

/// How long frames take while the notebook is scrolled from its first cell to its last, by a fixed
/// distance in every pulse. A frame lasts from the end of one pulse to the end of the next; its
/// work is the processor time of the JavaFX thread in that span.
///
/// Confined to the JavaFX Application Thread.
final class ScrollMeasure extends AnimationTimer {

    private static final double STEP = 120;
    private static final int SETTLING_PULSES = 60;
    private static final int PULSES_AT_END = 5;

    private final Scene scene;
    private final Consumer<String> done;
    private final PulseEnds ends;
    private final Samples frames = new Samples();
    private final Samples work = new Samples();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private long lastEnd;
    private long busyAtEnd;
    private int pulses;
    private int atEnd;
    private @Nullable ScrollPosition last;
    private @Nullable VirtualColumn<?> column;

    ScrollMeasure(Scene scene, Executor fx, Consumer<String> done) {
        this.scene = scene;
        this.done = done;
        this.ends = new PulseEnds(scene, fx, this::pulseEnded);
        start();
    }

    @Override
    public void handle(long now) {
        var column = column();
        if (column == null || ++pulses < SETTLING_PULSES) {
            scene.getRoot().requestLayout(); // pulses go on
            return;
        }
        var position = column.position();
        atEnd = position.equals(last) ? atEnd + 1 : 0;
        last = position;
        if (atEnd == PULSES_AT_END) {
            finish();
        } else {
            column.scrollBy(STEP);
        }
    }

    /// Looked up once: to search the scene for it costs a tenth of a frame.
    private @Nullable VirtualColumn<?> column() {
        if (column == null
                && scene.getRoot().lookup(".virtual-column") instanceof VirtualColumn<?> found) {
            column = found;
        }
        return column;
    }

    private void pulseEnded() {
        long now = System.nanoTime();
        long busy = threads.getCurrentThreadCpuTime();
        if (pulses > SETTLING_PULSES && atEnd == 0) {
            frames.addNanos(now - lastEnd);
            work.addNanos(busy - busyAtEnd);
        }
        lastEnd = now;
        busyAtEnd = busy;
    }

    private void finish() {
        stop();
        ends.stop();
        done.accept("{" + frames.json("frame_ms") + ", " + work.json("fx_work_ms") + "}");
    }
}
