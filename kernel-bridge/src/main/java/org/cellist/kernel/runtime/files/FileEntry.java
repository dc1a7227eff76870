package org.cellist.kernel.runtime.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One thing in a folder, as it was when it was looked at. Immutable.
///
/// @param path see [PlaceFiles]
/// @param kind of what a link leads to
/// @param isLink whether it is a symbolic link
/// @param size in bytes; negative where it is not known, and of folders
/// @param modified null where it is not known
public record FileEntry(
        String path, Kind kind, boolean isLink, long size, @Nullable Instant modified) {

    /// What it is.
    public enum Kind {
        FOLDER,
        FILE,
        /// A device, a pipe, a link that leads nowhere.
        OTHER
    }

    /// Returns its name in its folder.
    public String name() {
        return PlacePaths.name(path);
    }

    /// Returns whether it is a folder, or a link to one.
    public boolean isFolder() {
        return kind == Kind.FOLDER;
    }

    /// Returns whether its name asks not to be shown.
    public boolean isHidden() {
        return name().startsWith(".");
    }
}
