package org.cellist.app.ui.theme;

import java.util.Objects;

/// Finds style sheets beside the classes that need them. Immutable.
public final class StyleSheets {

    private StyleSheets() {}

    /// Returns the address of a style sheet in the package of a class.
    ///
    /// @throws NullPointerException if there is no such sheet
    public static String in(Class<?> neighbour, String file) {
        return Objects.requireNonNull(
                        neighbour.getResource(file), () -> file + " beside " + neighbour.getName())
                .toExternalForm();
    }
}
