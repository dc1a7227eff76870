package org.cellist.kernel.runtime.discovery;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What somebody who hands over a folder with a notebook can have put there.
///
/// Paths are compared by their parts, never as text, and both as they are written and with their
/// links resolved. A folder that holds the person's whole home (`/home`, `~`) says nothing about
/// who made the files in it, so nothing is reached only because it lies below such a folder.
///
/// Immutable.
public final class NotebookReach {

    private final @Nullable Path folder;
    private final @Nullable Path realFolder;

    /// @param folder the notebook's folder; null for a notebook without one
    public NotebookReach(@Nullable Path folder, Path home) {
        var own = folder == null ? null : folder.toAbsolutePath().normalize();
        boolean holdsHome = own != null && holds(own, home);
        this.folder = holdsHome ? null : own;
        this.realFolder = own == null || holdsHome ? null : FolderSafety.real(own).orElse(own);
    }

    /// Returns whether a file lies in the notebook's folder.
    public boolean includes(@Nullable Path file) {
        if (file == null || folder == null || realFolder == null) {
            return false;
        }
        var own = file.toAbsolutePath().normalize();
        return own.startsWith(folder)
                || withRealParent(own).startsWith(realFolder)
                || FolderSafety.real(own).orElse(own).startsWith(realFolder);
    }

    /// Returns the one spelling under which consent to a program is asked and kept: its
    /// folder's links are resolved, its own is not, because a Python environment's interpreter
    /// is a link to the system's.
    public static Path withRealParent(Path file) {
        var parent = file.toAbsolutePath().normalize().getParent();
        var name = file.getFileName();
        return parent == null || name == null
                ? file
                : FolderSafety.real(parent).orElse(parent).resolve(name);
    }

    private static boolean holds(Path folder, Path home) {
        var realHome = FolderSafety.real(home).orElse(home);
        return home.startsWith(folder)
                || realHome.startsWith(FolderSafety.real(folder).orElse(folder));
    }
}
