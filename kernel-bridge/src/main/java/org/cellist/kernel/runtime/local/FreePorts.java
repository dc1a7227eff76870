package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.cellist.kernel.channel.ConnectionInfo;
import org.cellist.kernel.channel.zmq.Encryption;

/// Gives out addresses for kernels: five free ports on loopback and new keys.
///
/// They lie below those that systems give to connections (from 32768 on Linux, 49152 elsewhere).
/// From these one could be taken between our look and the kernel's `bind`; worse, a client that
/// tries to connect before the kernel listens can be given the very port it asks for, and is then
/// connected with itself.
///
/// A port is free when it is looked at, and may be taken before the kernel binds it. Two kernels
/// of this process never get the same one; another process may be quicker, then the kernel dies
/// with `Address already in use` and its start is tried again.
///
/// Thread-safe.
final class FreePorts {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int PORTS = 5;
    private static final int KEY_BYTES = 32;
    private static final int FIRST_PORT = 20_000;
    private static final int PAST_LAST_PORT = 32_768;
    private static final int MOST_LOOKS = 2_000;

    private final SecureRandom random = new SecureRandom();
    private final Set<Integer> given = new HashSet<>();

    /// @param isEncrypted whether the kernel can encrypt what it says
    /// @throws IOException if the system has no free ports
    synchronized ConnectionInfo take(boolean isEncrypted) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new ArrayList<Integer>();
        var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            for (int i = 0; ports.size() < PORTS; i++) {
                int port = random.nextInt(FIRST_PORT, PAST_LAST_PORT);
                var socket = new ServerSocket();
                sockets.add(socket);
                if (isBound(socket, new InetSocketAddress(loopback, port)) && given.add(port)) {
                    ports.add(port);
                } else if (i == MOST_LOOKS) {
                    throw new IOException("no free ports");
                }
            }
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
        return new ConnectionInfo(
                LOOPBACK,
                ports.get(0),
                ports.get(1),
                ports.get(2),
                ports.get(3),
                ports.get(4),
                key(),
                isEncrypted ? Encryption.newKeys() : null);
    }

    private static boolean isBound(ServerSocket socket, InetSocketAddress address) {
        try {
            socket.bind(address);
            return true;
        } catch (IOException _) {
            return false; // somebody has it
        }
    }

    /// Gives out an address that was given before, with its key.
    synchronized ConnectionInfo takeAgain(ConnectionInfo connection) {
        given.addAll(ports(connection));
        return connection;
    }

    /// Takes an address back once no kernel uses it.
    synchronized void giveBack(ConnectionInfo connection) {
        given.removeAll(ports(connection));
    }

    private static Set<Integer> ports(ConnectionInfo connection) {
        return Set.of(
                connection.shellPort(),
                connection.iopubPort(),
                connection.stdinPort(),
                connection.controlPort(),
                connection.heartbeatPort());
    }

    private String key() {
        var key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
