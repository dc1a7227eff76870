package org.cellist.kernel.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.cellist.kernel.KernelBridge;
import org.cellist.kernel.protocol.json.JsonSyntaxException;
import org.cellist.kernel.protocol.json.JsonText;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.PipeThread;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalSize;

/// The terminal of a Colab machine: a real shell behind `/colab/tty`, which takes and gives nothing
/// but JSON objects, answers pings, and hangs up on anything else.
///
/// Confined to the thread that serves its socket, but for what the shell writes.
final class ColabTty {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int NORMAL = 1000;
    private static final int UNSUPPORTED = 1003;

    private final Socket client;
    private final OutputStream out;
    private final Terminal shell;

    private ColabTty(Socket client) throws IOException {
        this.client = client;
        this.out = client.getOutputStream();
        var bridge = new KernelBridge(null, ConsentStore.NOTHING);
        var home = Path.of(System.getProperty("user.home"));
        this.shell = bridge.terminal(home, null, TerminalSize.USUAL);
    }

    /// Serves a client whose request has been read, until one of both ends it.
    ///
    /// @param key the client's `Sec-WebSocket-Key`
    static void serve(Socket client, String key) throws IOException {
        var head =
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Accept: "
                        + accepted(key)
                        + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        var tty = new ColabTty(client);
        PipeThread.start("test-colab-tty", tty::show);
        try (tty.shell) {
            tty.take();
        }
    }

    private static String accepted(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            return Base64.getEncoder()
                    .encodeToString(
                            digest.digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Hands on what the shell writes, in whole letters.
    private void show() {
        try (Reader letters =
                new InputStreamReader(new TerminalStream(shell), StandardCharsets.UTF_8)) {
            var some = new char[4096];
            for (int n = letters.read(some); n >= 0; n = letters.read(some)) {
                var said = JsonObject.EMPTY.with("data", new JsonString(new String(some, 0, n)));
                send(TEXT, JsonText.compact(said).getBytes(StandardCharsets.UTF_8));
            }
            hangUp(NORMAL);
        } catch (IOException _) {
            ColabProxy.reset(client);
        }
    }

    private void hangUp(int status) throws IOException {
        send(CLOSE, new byte[] {(byte) (status >> 8), (byte) status});
    }

    private synchronized void send(int kind, byte[] body) throws IOException {
        var frame = new ByteArrayOutputStream();
        frame.write(0x80 | kind);
        if (body.length < 126) {
            frame.write(body.length);
        } else {
            frame.write(126);
            frame.write(body.length >> 8);
            frame.write(body.length);
        }
        frame.write(body);
        out.write(frame.toByteArray());
        out.flush();
    }

    private void take() throws IOException {
        var in = new DataInputStream(client.getInputStream());
        while (true) {
            int kind = in.readUnsignedByte() & 0x0f;
            int length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            var mask = in.readNBytes(4);
            var body = in.readNBytes(length);
            for (int i = 0; i < body.length; i++) {
                body[i] ^= mask[i % 4];
            }
            if (kind == CLOSE) {
                return;
            }
            if (kind == PING) {
                send(PONG, body);
                continue;
            }
            if (kind != TEXT || !isTaken(body)) {
                hangUp(UNSUPPORTED);
                return;
            }
        }
    }

    private boolean isTaken(byte[] body) throws IOException {
        JsonObject said;
        try {
            said = RawJson.parse(body).object();
        } catch (JsonSyntaxException _) {
            return false;
        }
        var typed = said.string("data");
        if (typed != null) {
            shell.write(typed.getBytes(StandardCharsets.UTF_8));
            return true;
        }
        if (said.get("cols") instanceof JsonNumber(var columns)
                && said.get("rows") instanceof JsonNumber(var rows)) {
            shell.resize(new TerminalSize(Integer.parseInt(columns), Integer.parseInt(rows)));
            return true;
        }
        return false;
    }
}
