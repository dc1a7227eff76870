package org.cellist.kernel.runtime.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/// Whether other users of the machine could have put something where we look.
///
/// A folder that everybody may write to, and from which everybody may therefore delete, is
/// refused with all that lies below it (vscode-jupyter 11620). The sticky bit of `/tmp` forbids
/// deleting, so such a folder is passed, and what lies in it is judged by its owner. Where the
/// file system has no such modes (Windows), only the owner counts.
///
/// Thread-safe.
final class FolderSafety {

    private static final int STICKY = 0_1000;

    private final Host host;

    FolderSafety(Host host) {
        this.host = host;
    }

    /// Returns the file, or the folder around it, that every user may change; by its own name and
    /// by its real one, since either can be exchanged.
    Optional<Path> worldWritable(Path path) {
        var own = path.toAbsolutePath().normalize();
        return writableAbove(own).or(() -> real(own).flatMap(FolderSafety::writableAbove));
    }

    /// Returns whether the file belongs to this user or the system. What cannot be told is not
    /// believed.
    boolean isTrusted(Path path) {
        return Host.owner(path).filter(host.trustedOwners()::contains).isPresent();
    }

    static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Path> writableAbove(Path path) {
        for (var at = path; at != null; at = at.getParent()) {
            if (isWritableByAll(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /// Returns whether every user may put something there, sticky or not.
    static boolean isOpenToAll(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private static boolean isWritableByAll(Path path) {
        return isOpenToAll(path) && !isStickyFolder(path);
    }

    private static boolean isStickyFolder(Path path) {
        try {
            return Files.isDirectory(path)
                    && Files.getAttribute(path, "unix:mode") instanceof Integer mode
                    && (mode & STICKY) != 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        }
    }
}
