package org.cellist.kernel.runtime.hosted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cellist.kernel.runtime.MachineScript;

/// Our programs there, in Python, each put together from files. Stateless.
final class HostProgram {

    /// Looks, starts kernels and keeps them.
    static final byte[] MAIN =
            joined(
                    "base.py",
                    MachineScript.NAME,
                    "look.py",
                    "kernels.py",
                    "watch.py",
                    "recording.py",
                    "holder.py",
                    "install.py",
                    "main.py");

    /// Leads to a port.
    static final byte[] RELAY = joined("relay.py");

    /// Records what a kernel says, and stands between it and its client.
    static final String RECORDER =
            new String(joined("recorded.py", "recorder.py"), StandardCharsets.UTF_8);

    private HostProgram() {}

    private static byte[] joined(String... names) {
        var program = new ByteArrayOutputStream();
        List.of(names).forEach(name -> program.writeBytes(part(name)));
        return program.toByteArray();
    }

    private static byte[] part(String name) {
        return name.equals(MachineScript.NAME)
                ? MachineScript.text().getBytes(StandardCharsets.UTF_8)
                : ownPart(name);
    }

    private static byte[] ownPart(String name) {
        try (var in = HostProgram.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
