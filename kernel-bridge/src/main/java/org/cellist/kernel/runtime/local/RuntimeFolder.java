package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.discovery.Host;
import org.cellist.kernel.runtime.discovery.JupyterPaths;

/// The private folder (mode 700) that connection files (mode 600) lie in.
///
/// A connection file holds the key that is the only thing between another user of the machine and
/// the kernel's ports. Where the file system has no such modes (Windows), the folder lies in the
/// person's profile, which others cannot read.
///
/// Thread-safe.
public final class RuntimeFolder {

    private static final Set<PosixFilePermission> ONLY_OWNER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> ONLY_OWNER_FILE =
            PosixFilePermissions.fromString("rw-------");

    private final Path folder;

    /// @param folder made when the first kernel starts
    public RuntimeFolder(Path folder) {
        this.folder = folder;
    }

    /// Returns Jupyter's own runtime folder, so that other front ends find the kernel by name.
    public static RuntimeFolder usual(Host host) {
        return new RuntimeFolder(new JupyterPaths(host).runtime());
    }

    /// Writes a connection file under a name that nobody has.
    ///
    /// @throws IOException if the folder cannot be made private or the file not written
    Path write(ConnectionInfo connection, String kernelName) throws IOException {
        makePrivate();
        var file = folder.resolve("kernel-" + UUID.randomUUID() + ".json");
        var json = json(connection, kernelName);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, attributes(ONLY_OWNER_FILE))) {
            var bytes = json.buffer();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        return file;
    }

    private void makePrivate() throws IOException {
        var parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(ONLY_OWNER));
        }
        // Fails if the folder is another user's: then it is not ours to put a key into.
        if (hasModes()) {
            Files.setPosixFilePermissions(folder, ONLY_OWNER);
        }
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> permissions) {
        return hasModes()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private boolean hasModes() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static RawJson json(ConnectionInfo connection, String kernelName) {
        var json =
                JsonObject.EMPTY
                        .with("shell_port", JsonNumber.of(connection.shellPort()))
                        .with("iopub_port", JsonNumber.of(connection.iopubPort()))
                        .with("stdin_port", JsonNumber.of(connection.stdinPort()))
                        .with("control_port", JsonNumber.of(connection.controlPort()))
                        .with("hb_port", JsonNumber.of(connection.heartbeatPort()))
                        .with("ip", new JsonString(connection.ip()))
                        .with("key", new JsonString(connection.key()))
                        .with("transport", new JsonString("tcp"))
                        .with("signature_scheme", new JsonString("hmac-sha256"))
                        .with("kernel_name", new JsonString(kernelName));
        var curve = connection.curve();
        return RawJson.of(curve == null ? json : curve.write(json));
    }
}
