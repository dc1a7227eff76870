package org.cellist.kernel.runtime.host;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A container of this machine. Its name stays when it is made anew from a newer image, which its
/// id does not.
///
/// @param name as its engine knows it; letters, digits, `_`, `.` and `-`
///
/// Immutable.
public record Container(Engine engine, String name) implements HostAddress {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,254}");
    private static final String AFTER_SCHEME = "://";

    /// What runs containers.
    public enum Engine {
        DOCKER,
        PODMAN;

        /// Returns the name of its program.
        public String program() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Container {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a container's name");
        }
    }

    /// Returns a container of that name; empty for what no engine would take as one.
    public static Optional<Container> of(Engine engine, String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(new Container(engine, name))
                : Optional.empty();
    }

    static Optional<Container> read(String uri) {
        return Arrays.stream(Engine.values())
                .filter(it -> uri.startsWith(it.program() + AFTER_SCHEME))
                .findFirst()
                .flatMap(it -> of(it, uri.substring((it.program() + AFTER_SCHEME).length())));
    }

    @Override
    public String uri() {
        return engine.program() + AFTER_SCHEME + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
