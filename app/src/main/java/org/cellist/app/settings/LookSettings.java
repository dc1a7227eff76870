package org.cellist.app.settings;

/// How the window looks. Immutable.
///
/// @param scheme its colours
/// @param motion whether things move of themselves
/// @param zoomPercent how large notebooks are shown, 100 for their own size
/// @param columns how many letters of code a cell has room for; 0 for as many as the window has
/// @param type how letters are set
public record LookSettings(
        ColourScheme scheme, Motion motion, int zoomPercent, int columns, TypeSettings type) {

    /// What holds before anything was chosen.
    public static final LookSettings DEFAULT =
            new LookSettings(ColourScheme.SYSTEM, Motion.SYSTEM, 100, 0, TypeSettings.DEFAULT);

    /// Returns this look with other letters.
    public LookSettings withType(TypeSettings other) {
        return new LookSettings(scheme, motion, zoomPercent, columns, other);
    }
}
