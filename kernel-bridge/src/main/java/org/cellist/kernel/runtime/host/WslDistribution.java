package org.cellist.kernel.runtime.host;

import java.util.Optional;
import java.util.regex.Pattern;

/// A distribution of the Windows Subsystem for Linux on this machine.
///
/// @param name as `wsl.exe --list` tells it; letters, digits, `_`, `.` and `-`
///
/// Immutable.
public record WslDistribution(String name) implements HostAddress {

    static final String SCHEME = "wsl://";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,254}");

    public WslDistribution {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a distribution's name");
        }
    }

    /// Returns a distribution of that name; empty for what would not be one.
    public static Optional<WslDistribution> of(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(new WslDistribution(name))
                : Optional.empty();
    }

    @Override
    public String uri() {
        return SCHEME + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
