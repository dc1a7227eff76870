package org.cellist.app.ui.output.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file in a notebook's folder or below it. Immutable.
///
/// @param file as the notebook names it
/// @param root the folder that it must not leave
record FolderFile(Path file, Path root) {

    private static final long LARGEST = 256L << 20;

    /// Reads the file.
    ///
    /// @throws IOException if it cannot be read, is no plain file, is too large, or if a link on
    ///     the way leads out of the folder
    byte[] read() throws IOException {
        var real = file.toRealPath();
        if (!real.startsWith(root.toRealPath()) || !Files.isRegularFile(real)) {
            throw new IOException("not a file in the notebook's folder");
        }
        if (Files.size(real) > LARGEST) {
            throw new IOException("larger than " + LARGEST + " bytes");
        }
        return Files.readAllBytes(real);
    }
}
