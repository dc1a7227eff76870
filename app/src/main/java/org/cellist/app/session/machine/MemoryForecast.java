package org.cellist.app.session.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.cellist.kernel.runtime.MachineLoad;

/// Tells from looks at the memory when it is about to run out: little is left, or what is left
/// goes within a minute at the pace of the last half of one.
///
/// It tells once, and again only after there was enough in between.
///
/// Confined to one thread at a time.
public final class MemoryForecast {

    private static final double LITTLE = 0.06;
    private static final double FALLING = 0.3; // a fall counts from here on
    private static final double ENOUGH = 0.4;
    private static final Duration SPAN = Duration.ofSeconds(30);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Deque<Point> points = new ArrayDeque<>();
    private boolean isTold;

    private record Point(Instant at, long free) {}

    /// Takes a look in, and returns whether somebody should be told now.
    public boolean warns(MachineLoad load, Instant now) {
        if (load.memoryBytes() <= 0 || load.freeBytes() < 0) {
            return false;
        }
        while (!points.isEmpty() && points.getFirst().at().isBefore(now.minus(SPAN))) {
            points.removeFirst();
        }
        points.addLast(new Point(now, load.freeBytes()));
        double part = (double) load.freeBytes() / load.memoryBytes();
        if (part > ENOUGH) {
            isTold = false;
        }
        boolean isRunningOut = part < LITTLE || (part < FALLING && isGoneSoon());
        boolean tells = isRunningOut && !isTold;
        isTold = isTold || isRunningOut;
        return tells;
    }

    private boolean isGoneSoon() {
        var first = points.getFirst();
        var last = points.getLast();
        var span = Duration.between(first.at(), last.at());
        long lost = first.free() - last.free();
        if (lost <= 0 || span.compareTo(SHORTEST) < 0) {
            return false;
        }
        double left = (double) last.free() / lost * span.toMillis();
        return left < SOON.toMillis();
    }
}
