package org.cellist.app.settings;

/// Whether things in the window move of themselves. Immutable.
public enum Motion {
    /// As the desktop's accessibility settings say.
    SYSTEM,
    /// They do.
    FULL,
    /// Only where the movement itself says something.
    REDUCED
}
