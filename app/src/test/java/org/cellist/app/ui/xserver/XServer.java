package org.cellist.app.ui.xserver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An X server of its own, with a screen in memory.
///
/// Thread-safe.
public final class XServer implements AutoCloseable {

    public static final int WIDTH = 1360;
    public static final int HEIGHT = 860;

    private final Process process;
    private final String display;

    private XServer(Process process, String display) {
        this.process = process;
        this.display = display;
    }

    /// Starts one, and waits until it takes clients.
    ///
    /// @throws IOException if there is none; the message has the line to type
    public static XServer start() throws IOException {
        Process started;
        try {
            started =
                    new ProcessBuilder(
                                    "Xvfb",
                                    "-displayfd",
                                    "1",
                                    "-nolisten",
                                    "tcp",
                                    "-screen",
                                    "0",
                                    WIDTH + "x" + HEIGHT + "x24")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            throw new IOException("Xvfb is missing; type: sudo apt-get install xvfb", e);
        }
        var reader =
                new BufferedReader(
                        new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        return new XServer(started, ":" + reader.readLine());
    }

    /// Lets a program that is about to start draw on it.
    public void use(Map<String, String> environment) {
        environment.put("DISPLAY", display);
        environment.remove("WAYLAND_DISPLAY");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
