package org.cellist.app.ui.theme;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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

    /// Returns the addresses of several sheets in the package of a class, in that order.
    ///
    /// @throws NullPointerException if one of them is not there
    public static List<String> all(Class<?> neighbour, String... files) {
        return Stream.of(files).map(file -> in(neighbour, file)).toList();
    }
}
