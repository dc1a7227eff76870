package org.cellist.app.cli.compare;

import org.cellist.app.notebook.model.CellType;
import org.cellist.app.text.Texts;

/// The types of cells, and sizes, in a person's words. Immutable.
record TypeWords(Texts texts) {

    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    String of(CellType type) {
        return switch (type) {
            case CODE -> texts.get("type.code");
            case MARKDOWN -> texts.get("type.markdown");
            case RAW -> texts.get("type.raw");
        };
    }

    /// Returns a size such as `12.3 kB`.
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " B";
        }
        return bytes < MEGA ? tenths(bytes, KILO) + " kB" : tenths(bytes, MEGA) + " MB";
    }

    private static String tenths(long bytes, long unit) {
        long tenths = bytes * 10 / unit;
        return tenths / 10 + "." + tenths % 10;
    }
}
