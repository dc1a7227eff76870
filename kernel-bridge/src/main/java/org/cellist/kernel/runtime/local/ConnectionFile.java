package org.cellist.kernel.runtime.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cellist.kernel.channel.ConnectionInfo;

/// A kernel's connection file: readable by the user alone, in a folder of the user alone.
///
/// Immutable.
///
/// @param path the file
record ConnectionFile(Path path, ConnectionInfo connection) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PORTS = 5;
    private static final String LOOPBACK = "127.0.0.1";

    /// Chooses free ports and a random key, and writes the file.
    static ConnectionFile create(Path runtimeFolder, String kernelName) throws IOException {
        var folder = privateFolder(runtimeFolder);
        var ports = freePorts();
        var key = UUID.randomUUID() + "-" + UUID.randomUUID();
        var connection =
                new ConnectionInfo(
                        LOOPBACK,
                        ports.get(0),
                        ports.get(1),
                        ports.get(2),
                        ports.get(3),
                        ports.get(4),
                        key);
        var path = folder.resolve("kernel-" + UUID.randomUUID() + ".json");
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(path, options, mode)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(members(connection, kernelName))));
        }
        return new ConnectionFile(path, connection);
    }

    private static Path privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /// Asks the system for ports that nobody listens on now; all are held until the last is
    /// found,
    /// so that they differ.
    private static List<Integer> freePorts() throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            for (int i = 0; i < PORTS; i++) {
                held.add(new ServerSocket(0, 1, loopback));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }

    private static LinkedHashMap<String, Object> members(
            ConnectionInfo connection, String kernelName) {
        var members = new LinkedHashMap<String, Object>();
        members.put("transport", "tcp");
        members.put("ip", connection.ip());
        members.put("shell_port", connection.shellPort());
        members.put("iopub_port", connection.iopubPort());
        members.put("stdin_port", connection.stdinPort());
        members.put("control_port", connection.controlPort());
        members.put("hb_port", connection.heartbeatPort());
        members.put("signature_scheme", "hmac-sha256");
        members.put("key", connection.key());
        members.put("kernel_name", kernelName);
        return members;
    }
}
