package org.cellist.app.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where each system wants a program's own files. Immutable.
public final class Folders {

    private Folders() {}

    /// The folder of settings: `XDG_CONFIG_HOME` (XDG Base Directory Specification 0.8), Apple's
    /// `Application Support`, Windows' `APPDATA`.
    ///
    /// @param system the property `os.name`
    public static Path settings(String system, Path home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Cellist");
        }
        if (name.contains("windows")) {
            return absolute(environment.get("APPDATA"), home.resolve("AppData").resolve("Roaming"))
                    .resolve("Cellist");
        }
        return absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                .resolve("cellist");
    }

    /// The folder of what the program keeps for a person: `XDG_DATA_HOME`, Apple's `Application
    /// Support`, Windows' `LOCALAPPDATA`.
    ///
    /// @param system the property `os.name`
    public static Path data(String system, Path home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return settings(system, home, environment);
        }
        if (name.contains("windows")) {
            return absolute(
                            environment.get("LOCALAPPDATA"),
                            home.resolve("AppData").resolve("Local"))
                    .resolve("Cellist");
        }
        return absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local").resolve("share"))
                .resolve("cellist");
    }

    /// The specification has relative paths ignored.
    private static Path absolute(@Nullable String value, Path otherwise) {
        return value == null || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
