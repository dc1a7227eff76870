package org.cellist.app.ui.theme;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

    /// Returns the address of one sheet that has the rules of several, in that order.
    ///
    /// For each node that it styles, JavaFX goes through the addresses of its scene's sheets and
    /// compares each with all before it: with thirty that was a seventh of a scroll.
    public static String joined(List<String> addresses) {
        var imports =
                addresses.stream()
                        .map(address -> "@import url(\"%s\");".formatted(address))
                        .collect(Collectors.joining("\n"));
        var bytes = imports.getBytes(StandardCharsets.UTF_8);
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
