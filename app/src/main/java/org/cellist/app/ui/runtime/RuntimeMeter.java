package org.cellist.app.ui.runtime;

/// What is said of the machine where a kernel runs. Immutable.
///
/// @param accelerator what is computed on, in a word or two; empty where that is nothing to tell
/// @param place what the machine is called; empty for this one
/// @param memoryPart how much of its memory is taken, 0 to 1; negative where that is not known
public record RuntimeMeter(String accelerator, String place, double memoryPart) {

    /// A part that is not known.
    public static final double UNKNOWN = -1;

    /// Nothing is known.
    public static final RuntimeMeter NONE = new RuntimeMeter("", "", UNKNOWN);

    /// Returns whether it is known how full the memory is.
    public boolean isKnown() {
        return memoryPart >= 0;
    }

    /// Returns how full the memory is, in percent.
    public long percent() {
        return Math.round(memoryPart * 100);
    }
}
