package org.cellist.kernel.keeper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.recording.Fields;

/// Where a keeper listens: a Unix domain socket in the private folder; where that cannot be, as on
/// Windows or when its path is too long for the system, a loopback port. A secret that only the
/// folder has goes before everything else.
///
/// Immutable.
record Door(JsonObject address) {

    /// The version of the protocol. What is added later is unknown to some, who leave it alone;
    /// what is incompatible gets a folder of its own.
    static final int VERSION = 1;

    /// `sun_path` has 104 bytes on macOS, 108 on Linux.
    private static final int LONGEST_SOCKET = 100;

    private static final int SECRET_BYTES = 32;

    /// Opens the socket to listen on, and says so in the folder.
    static ServerSocketChannel open(KeeperFolder folder) throws IOException {
        folder.deleteAddress();
        boolean isUnix = takesUnix(folder.socket());
        var server =
                isUnix
                        ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                        : ServerSocketChannel.open();
        try {
            server.bind(
                    isUnix
                            ? UnixDomainSocketAddress.of(folder.socket())
                            : new InetSocketAddress(loopback(), 0));
            folder.writeAddress(address(server.getLocalAddress()));
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static boolean takesUnix(Path socket) {
        boolean isWindows = System.getProperty("os.name", "").startsWith("Windows");
        int length = socket.toString().getBytes(StandardCharsets.UTF_8).length;
        return !isWindows && length <= LONGEST_SOCKET;
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static JsonObject address(SocketAddress bound) {
        var json = Fields.with(JsonObject.EMPTY, "version", VERSION);
        json = Fields.with(json, "pid", ProcessHandle.current().pid());
        json = Fields.with(json, "secret", secret());
        return bound instanceof InetSocketAddress inet
                ? Fields.with(json, "port", inet.getPort())
                : Fields.with(json, "socket", bound.toString());
    }

    private static String secret() {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    /// Connects to the keeper that wrote the address.
    ///
    /// @throws IOException if it is not there any more
    SocketChannel connect() throws IOException {
        var socket = address.string("socket");
        return SocketChannel.open(
                socket == null
                        ? new InetSocketAddress(loopback(), (int) Fields.number(address, "port", 0))
                        : UnixDomainSocketAddress.of(socket));
    }

    String secretText() {
        return Fields.text(address, "secret");
    }
}
