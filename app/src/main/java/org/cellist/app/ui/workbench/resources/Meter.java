package org.cellist.app.ui.workbench.resources;

import java.util.List;

/// One thing that can be full or busy, with what it was of late. Immutable.
///
/// @param key tells it from the others
/// @param title what it is
/// @param words how full and how busy it is
/// @param parts how full or busy it was, 0 to 1, the newest last; empty for what is not drawn
/// @param isScarce whether little is left of it
record Meter(String key, String title, String words, List<Double> parts, boolean isScarce) {
    Meter {
        parts = List.copyOf(parts);
    }
}
