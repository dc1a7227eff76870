package org.cellist.app.ui.theme;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/// What the desktop says of its own looks, as far as JavaFX is told; light and moving where it says
/// nothing.
///
/// Confined to the JavaFX Application Thread.
public final class SystemLook {

    private SystemLook() {}

    /// Whether the desktop is dark, now and whenever that changes.
    public static ObservableValue<Theme> theme() {
        return Platform.getPreferences()
                .colorSchemeProperty()
                .map(scheme -> scheme == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
    }

    /// Whether the desktop asks programs to move little.
    public static ObservableValue<Boolean> isStill() {
        return Platform.getPreferences().reducedMotionProperty();
    }
}
