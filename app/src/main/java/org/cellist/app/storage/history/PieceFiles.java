package org.cellist.app.storage.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/// The pieces of all versions, each once, in a file named by its SHA-256.
///
/// Thread-safe; writing and deleting are done under the store's lock.
final class PieceFiles {

    /// The folder is named by so many digits of what is in it.
    private static final int FOLDER_DIGITS = 2;

    private final Path root;

    PieceFiles(Path root) {
        this.root = root;
    }

    static String sha256(ByteBuffer bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes.duplicate());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// Writes a piece that is not there yet.
    ///
    /// @return the folder that it lies in
    Path put(String name, ByteBuffer piece) throws IOException {
        var file = file(name);
        var folder = root.resolve(name.substring(0, FOLDER_DIGITS));
        if (!Files.exists(file) || Files.size(file) != piece.remaining()) {
            PrivateFiles.makeFolder(folder);
            PrivateFiles.write(file, piece);
        }
        return folder;
    }

    /// Returns a piece.
    ///
    /// @throws IOException if it is gone or is not what it was
    byte[] read(String name) throws IOException {
        var bytes = Files.readAllBytes(file(name));
        if (!sha256(ByteBuffer.wrap(bytes)).equals(name)) {
            throw new IOException("damaged: " + name);
        }
        return bytes;
    }

    /// Deletes all pieces but those, and what a killed process was writing.
    void keepOnly(Set<String> named) throws IOException {
        for (var folder : sorted(root)) {
            for (var file : sorted(folder)) {
                var digits = String.valueOf(file.getFileName());
                if (!named.contains(folder.getFileName() + digits)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(String name) {
        return root.resolve(name.substring(0, FOLDER_DIGITS))
                .resolve(name.substring(FOLDER_DIGITS));
    }

    /// Returns what is in a folder; nothing when it is none.
    static Set<Path> sorted(Path folder) throws IOException {
        var found = new TreeSet<Path>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                files.forEach(found::add);
            }
        }
        return found;
    }
}
