package org.cellist.kernel.runtime.discovery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The machine that is looked at: its system, its folders, its environment variables.
///
/// @param os which rules hold
/// @param root the folder that system paths start from; `/` but in tests
/// @param home the person's home folder
/// @param env environment variables that kernels inherit
/// @param trustedOwners names of the users whose files are believed: this one and the system
/// @param isAdministrator whether this user may install what belongs to the system
///
/// Immutable.
public record Host(
        Os os,
        Path root,
        Path home,
        Map<String, String> env,
        Set<String> trustedOwners,
        boolean isAdministrator) {

    public Host {
        env = Map.copyOf(env);
        trustedOwners = Set.copyOf(trustedOwners);
    }

    /// The systems whose rules differ. Immutable.
    public enum Os {
        LINUX,
        MACOS,
        WINDOWS;

        /// Returns the system that this process runs on.
        public static Os current() {
            var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
            if (name.startsWith("windows")) {
                return WINDOWS;
            }
            return name.startsWith("mac") ? MACOS : LINUX;
        }
    }

    /// Returns this machine with these environment variables.
    public static Host current(Map<String, String> env) {
        var home = Path.of(System.getProperty("user.home", ".")).toAbsolutePath();
        var root = home.getRoot();
        var user = System.getProperty("user.name", "");
        var owners = new HashSet<>(Set.of(user));
        for (var path : List.of(home, root)) {
            owner(path).ifPresent(owners::add);
        }
        return new Host(Os.current(), root, home, env, owners, user.equals("root"));
    }

    /// Returns a folder that the system puts at a fixed place, `usr/share/jupyter` for one.
    public Path system(String path) {
        return root.resolve(path);
    }

    /// Returns the folder of the environments that Cellist made beside no notebook, in the folder
    /// of what it keeps for a person.
    public Path environments() {
        var data =
                switch (os) {
                    case LINUX ->
                            folder("XDG_DATA_HOME")
                                    .orElse(home.resolve(".local").resolve("share"))
                                    .resolve("cellist");
                    case MACOS -> home.resolve("Library/Application Support/Cellist");
                    case WINDOWS ->
                            folder("LOCALAPPDATA")
                                    .orElse(home.resolve("AppData").resolve("Local"))
                                    .resolve("Cellist");
                };
        return data.resolve("environments");
    }

    /// Returns the folder that a variable names, if it is set and absolute.
    public Optional<Path> folder(String variable) {
        return folders(variable).stream().findFirst();
    }

    /// Returns the absolute folders of a list such as PATH. Relative ones are left out: they
    /// would mean something else in each notebook's folder.
    public List<Path> folders(String variable) {
        var separator = os == Os.WINDOWS ? ";" : ":";
        var value = env.getOrDefault(variable, "");
        return Arrays.stream(value.split(separator))
                .filter(it -> !it.isBlank())
                .flatMap(it -> absolute(it).stream())
                .toList();
    }

    /// Returns the program of that name: a path as it is if it is absolute, else the first one in
    /// the folders given and then on the PATH; never one relative to the present folder.
    public Optional<Path> program(String name, List<Path> first) {
        if (name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
            return absolute(name).filter(Host::isProgram);
        }
        var suffixes = os == Os.WINDOWS ? List.of(".exe", ".bat", ".cmd", "") : List.of("");
        for (var folders : List.of(first, folders("PATH"))) {
            for (var folder : folders) {
                for (var suffix : suffixes) {
                    var program = folder.resolve(name + suffix);
                    if (isProgram(program)) {
                        return Optional.of(program);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    /// Returns the path that a text is, if it is one and absolute; tidied.
    static Optional<Path> absolute(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute).map(Path::normalize);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// Returns who owns a file; empty where that cannot be told.
    static Optional<String> owner(Path path) {
        try {
            return Optional.of(Files.getOwner(path).getName());
        } catch (IOException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }
}
