package org.cellist.app.settings;

/// Which colours the window has. Immutable.
public enum ColourScheme {
    /// Light or dark as the rest of the desktop, now and whenever that changes.
    SYSTEM,
    LIGHT,
    DARK
}
