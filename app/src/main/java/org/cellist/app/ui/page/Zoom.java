package org.cellist.app.ui.page;

/// How large a notebook is shown. Immutable.
///
/// @param percent of its own size, from 50 to 300; what lies beyond is brought into that range
public record Zoom(int percent) {

    /// The steps that keys and the wheel take, those of a browser.
    private static final int[] STEPS = {50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};

    /// Its own size.
    public static final Zoom NONE = new Zoom(100);

    public Zoom {
        percent = Math.clamp(percent, STEPS[0], STEPS[STEPS.length - 1]);
    }

    /// Returns pixels of the window for one pixel of the notebook.
    public double factor() {
        return percent / 100.0;
    }

    /// Returns the next larger step; this one if it is the largest.
    public Zoom larger() {
        for (int step : STEPS) {
            if (step > percent) {
                return new Zoom(step);
            }
        }
        return this;
    }

    /// Returns the next smaller step; this one if it is the smallest.
    public Zoom smaller() {
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < percent) {
                return new Zoom(STEPS[i]);
            }
        }
        return this;
    }
}
