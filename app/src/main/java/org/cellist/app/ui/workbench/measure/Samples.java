package org.cellist.app.ui.workbench.measure;

import java.util.Arrays;
import java.util.Locale;

/// Measured times, in milliseconds.
///
/// Confined to the JavaFX Application Thread.
final class Samples {

    private static final double NANOS = 1e6;

    private double[] values = new double[64];
    private int count;

    void addNanos(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = nanos / NANOS;
    }

    /// Returns `"NAME_median": …, "NAME_p99": …`, the nearest ranks.
    String json(String name) {
        return String.format(
                Locale.ROOT,
                "\"%s_median\": %.2f, \"%s_p99\": %.2f",
                name,
                quantile(0.5),
                name,
                quantile(0.99));
    }

    double largest() {
        return quantile(1);
    }

    private double quantile(double part) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(part * count);
        return count == 0 ? Double.NaN : sorted[Math.max(0, rank - 1)];
    }
}
