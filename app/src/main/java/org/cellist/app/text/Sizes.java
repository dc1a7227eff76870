package org.cellist.app.text;

import java.util.List;
import java.util.Locale;

/// Sizes in bytes as people read them. Immutable.
public final class Sizes {

    private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB", "PB", "EB");
    private static final int STEP = 1024;

    private Sizes() {}

    /// Returns a size with its unit, three digits at most: `96 B`, `1.2 KB`, `340 MB`.
    public static String words(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= STEP && unit + 1 < UNITS.size()) {
            size /= STEP;
            unit++;
        }
        var pattern = size < 10 ? "%.1f %s" : "%.0f %s";
        return String.format(Locale.getDefault(), pattern, size, UNITS.get(unit));
    }
}
