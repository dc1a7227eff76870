package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.cellist.kernel.client.RunAdopter;
import org.cellist.kernel.protocol.json.JsonValue.JsonNumber;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.hosted.HostTimes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/// What another user of the machine hears who connects to a kernel's ports: a real ipykernel says
/// everything to everybody, unless it encrypts.
class EncryptedKernelIT {

    private static final int PATIENCE_MILLIS = 60_000;

    @TempDir private Path folder;

    @Test
    void aKernelThatCannotEncryptIsHeardByEverybody() throws Exception {
        try (var context = new ZContext(1);
                var kernel = RealKernel.DEBIAN_IPYKERNEL.start(RealKernel.bridge(), folder)) {
            var address = address(kernel);
            assertNull(address.string("curve_publickey"));
            try (var listener = listener(context)) {
                connect(listener, address);

                awaitHeard(kernel, listener);
            }
        }
    }

    @Test
    void aKernelThatEncryptsIsHeardByThoseAloneWhoHaveItsKey() throws Exception {
        try (var context = new ZContext(1);
                var kernel = RealKernel.NEWEST_IPYKERNEL.start(RealKernel.bridge(), folder)) {
            var address = address(kernel);
            var key = Objects.requireNonNull(address.string("curve_publickey"));
            try (var stranger = listener(context);
                    var guesser = listener(context);
                    var friend = listener(context)) {
                connect(stranger, address);
                encrypt(guesser, ZMQ.Curve.generateKeyPair().publicKey);
                connect(guesser, address);
                encrypt(friend, key);
                connect(friend, address);

                awaitHeard(kernel, friend);

                assertEquals("42\n", RecordedRun.output(kernel, "print(6 * 7)"));
                assertNull(stranger.recv(ZMQ.DONTWAIT));
                assertNull(guesser.recv(ZMQ.DONTWAIT));
            }
        }
    }

    @Test
    void aKernelOnAnotherMachineEncryptsThereToo() throws Exception {
        var host = RecordedHost.start(folder, HostTimes.USUAL);
        try (var context = new ZContext(1);
                var stranger = listener(context)) {
            installNewest(host.home());
            var first = host.connect();
            var address = address(first);
            assertNotNull(address.string("curve_publickey"));
            connect(stranger, address);
            assertEquals("1\n", RecordedRun.output(first, "print(1)"));
            first.interrupt(); // goes past the recorder
            assertTrue(first.leave());

            var second = RecordedHost.connected(host.resume(RunAdopter.NOBODY));
            assertEquals("2\n", RecordedRun.output(second, "print(2)"));
            assertTrue(second.leave());
            assertInstanceOf(HostAnswer.Given.class, host.restart());

            var third = RecordedHost.connected(host.resume(RunAdopter.NOBODY));
            assertEquals("3\n", RecordedRun.output(third, "print(3)"));
            assertEquals(address, address(third));
            assertNull(stranger.recv(ZMQ.DONTWAIT));
            third.shutdown();
        } finally {
            host.end();
        }
    }

    private static void installNewest(Path home) throws Exception {
        var spec = RealKernel.NEWEST_IPYKERNEL.kernelspec(RealKernel.bridge());
        var program = Objects.requireNonNull(spec.interpreter()).path();
        var kernels = home.resolve(".local/share/jupyter/kernels/newest");
        Files.createDirectories(kernels);
        Files.writeString(
                kernels.resolve("kernel.json"),
                """
                {"argv": ["%s", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
                 "display_name": "Newest", "language": "python",
                 "metadata": {"supported_encryption": ["curve"]}}
                """
                        .formatted(program));
    }

    /// Somebody who listens hears a kernel some time after connecting.
    private static void awaitHeard(ConnectedKernel kernel, ZMQ.Socket listener) throws Exception {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        byte[] heard = null;
        while (heard == null) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nothing was heard");
            }
            RecordedRun.output(kernel, "print('a secret')");
            heard = listener.recv(ZMQ.DONTWAIT);
        }
    }

    private static ZMQ.Socket listener(ZContext context) {
        var socket = context.createSocket(SocketType.SUB);
        socket.setLinger(0);
        socket.subscribe(new byte[0]);
        return socket;
    }

    private static void encrypt(ZMQ.Socket socket, String kernelsKey) {
        var own = ZMQ.Curve.generateKeyPair();
        socket.setCurveServerKey(kernelsKey.getBytes(StandardCharsets.US_ASCII));
        socket.setCurvePublicKey(own.publicKey.getBytes(StandardCharsets.US_ASCII));
        socket.setCurveSecretKey(own.secretKey.getBytes(StandardCharsets.US_ASCII));
    }

    private static void connect(ZMQ.Socket socket, JsonObject address) {
        var port = (JsonNumber) Objects.requireNonNull(address.get("iopub_port"));
        socket.connect("tcp://127.0.0.1:" + port.lexeme());
    }

    private static JsonObject address(ConnectedKernel kernel) throws Exception {
        return (JsonObject) RawJson.parse(Files.readAllBytes(kernel.connectionFile())).value();
    }
}
