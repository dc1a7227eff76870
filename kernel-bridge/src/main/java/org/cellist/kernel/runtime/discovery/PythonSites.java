package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.jspecify.annotations.Nullable;

/// Where Pythons keep installed packages, and whether ipykernel is among them.
///
/// Immutable.
final class PythonSites {

    private static final Pattern IPYKERNEL =
            Pattern.compile("ipykernel-([^-]+?)(?:-[^-]*)?\\.(?:dist|egg)-info");

    private final Host host;

    PythonSites(Host host) {
        this.host = host;
    }

    /// Returns the site-packages folders of an environment alone.
    List<Path> own(Path prefix) {
        if (host.os() == Os.WINDOWS) {
            return List.of(prefix.resolve("Lib").resolve("site-packages"));
        }
        return Folders.entries(prefix.resolve("lib"), "python3*").stream()
                .map(it -> it.resolve("site-packages"))
                .toList();
    }

    /// Returns what a Python outside a venv sees: its own folders, the person's, and Debian's,
    /// which keeps the packages of apt and of pip apart and outside site-packages.
    List<Path> shared(Path prefix, @Nullable String version) {
        if (version == null) {
            return own(prefix);
        }
        var minor = minor(version);
        var sites = new ArrayList<Path>();
        userSite(minor).ifPresent(sites::add);
        if (host.os() == Os.WINDOWS) {
            sites.addAll(own(prefix));
            return sites;
        }
        sites.add(prefix.resolve("lib/python" + minor + "/site-packages"));
        if (prefix.equals(host.system("usr"))) {
            sites.add(host.system("usr/local/lib/python" + minor + "/dist-packages"));
            sites.add(host.system("usr/lib/python3/dist-packages"));
        }
        return sites;
    }

    private Optional<Path> userSite(String minor) {
        return switch (host.os()) {
            case LINUX ->
                    Optional.of(
                            host.home().resolve(".local/lib/python" + minor + "/site-packages"));
            case MACOS ->
                    Optional.of(
                            host.home()
                                    .resolve(
                                            "Library/Python/"
                                                    + minor
                                                    + "/lib/python/site-packages"));
            case WINDOWS ->
                    host.folder("APPDATA")
                            .map(it -> it.resolve("Python/Python" + minor.replace(".", "")))
                            .map(it -> it.resolve("site-packages"));
        };
    }

    /// Returns the version of the first ipykernel in these folders.
    static Optional<String> ipykernel(List<Path> sites) {
        return sites.stream()
                .flatMap(it -> Folders.names(it, "ipykernel-*").stream())
                .flatMap(it -> IPYKERNEL.matcher(it).results())
                .map(it -> it.group(1))
                .findFirst();
    }

    /// Returns `3.11` of `3.11.7`.
    private static String minor(String version) {
        var parts = version.split("\\.", 3);
        return parts.length < 2 ? version : parts[0] + "." + parts[1];
    }
}
