package org.cellist.app.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/// Writes programs that stand in for package managers. Stateless.
public final class StandIn {

    /// Makes a folder that looks like a venv, and installs by saying so.
    public static final String UV =
            """
            case "$1" in
            venv) mkdir -p "$4/bin" && touch "$4/bin/python" && echo "Creating $4" ;;
            pip) shift 4; echo "Installed $*" ;;
            esac
            """;

    private StandIn() {}

    /// Writes a shell script as a program of that name.
    public static Path write(Path folder, String name, String script) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }
}
