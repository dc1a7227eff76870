package org.cellist.kernel.runtime.files;

import java.nio.file.Path;
import java.util.Optional;

/// Paths as [PlaceFiles] writes them: slashes between names, none at the end.
///
/// Immutable.
public final class PlacePaths {

    private static final int DRIVE = 2; // the slash of C:/

    private PlacePaths() {}

    /// Returns the path of a file of this machine.
    public static String of(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    /// Returns the path of something in a folder.
    public static String child(String folder, String name) {
        boolean isTop = folder.isEmpty() || folder.endsWith("/");
        return isTop ? folder + name : folder + '/' + name;
    }

    /// Returns the folder that something lies in; empty for a topmost one.
    public static Optional<String> parent(String path) {
        int slash = path.lastIndexOf('/');
        if (path.isEmpty() || (slash == path.length() - 1)) {
            return Optional.empty();
        }
        if (slash < 0) {
            return Optional.of("");
        }
        boolean isTop = (slash == 0) || ((slash == DRIVE) && (path.charAt(1) == ':'));
        return Optional.of(path.substring(0, isTop ? slash + 1 : slash));
    }

    /// Returns the last name of a path.
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Returns whether a name is one and no way to elsewhere, on whatever system.
    public static boolean isName(String name) {
        return !name.isEmpty()
                && !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> (c == '/') || (c == '\\') || (c < ' '));
    }

    /// Returns whether one path is another one or lies in it.
    public static boolean isWithin(String path, String other) {
        return path.equals(other) || path.startsWith(other.isEmpty() ? "" : child(other, ""));
    }
}
