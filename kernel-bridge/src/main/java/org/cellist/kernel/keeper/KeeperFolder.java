package org.cellist.kernel.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;

/// The private folder (mode 700) that a keeper and its clients share: where it listens, and for
/// each kernel a folder with what is known and what was said.
///
/// The keys of kernels lie here, so its files have mode 600. Where there are no such modes
/// (Windows), the folder lies in the person's profile, which others cannot read.
///
/// Immutable.
record KeeperFolder(Path path) {

    private static final String ADDRESS = "address.json";
    private static final String KERNELS = "kernels";

    /// Makes the folder.
    ///
    /// @throws IOException if that fails, or the folder is another user's
    void make() throws IOException {
        makePrivate(path);
        makePrivate(path.resolve(KERNELS));
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (hasModes(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// The file that the one keeper has locked.
    Path lock() {
        return path.resolve("lock");
    }

    Path socket() {
        return path.resolve("socket");
    }

    /// The file that a keeper's own trouble is written to.
    Path words() {
        return path.resolve("keeper.log");
    }

    /// Returns where the keeper said that it listens.
    ///
    /// @throws IOException if it has not
    JsonObject address() throws IOException {
        return read(path.resolve(ADDRESS));
    }

    void writeAddress(JsonObject address) throws IOException {
        write(path.resolve(ADDRESS), address);
    }

    void deleteAddress() throws IOException {
        Files.deleteIfExists(path.resolve(ADDRESS));
        Files.deleteIfExists(socket());
    }

    /// Makes the folder of one kernel.
    Path makeKernel(String id) throws IOException {
        var folder = path.resolve(KERNELS).resolve(id);
        makePrivate(folder);
        return folder;
    }

    /// Returns the folders of kernels that are there.
    List<Path> kernels() throws IOException {
        try (var all = Files.list(path.resolve(KERNELS))) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    /// Writes an object into a file that is there whole or not at all.
    static void write(Path file, JsonObject object) throws IOException {
        var next = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(next, options, onlyOwner(file))) {
            var bytes = RawJson.of(object).buffer();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] onlyOwner(Path file) {
        return hasModes(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// @throws IOException if there is no such object
    static JsonObject read(Path file) throws IOException {
        try {
            return RawJson.parse(Files.readAllBytes(file)).object();
        } catch (JsonSyntaxException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    static void delete(Path kernel) throws IOException {
        try (var files = Files.list(kernel)) {
            for (var file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(kernel);
    }
}
