package org.cellist.kernel.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Hashes passwords as Jupyter servers keep them. Stateless.
final class Passwords {

    private Passwords() {}

    static String hashOf(RealServer.Kind kind, String password)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                kind.python(),
                                "-c",
                                "import sys; from jupyter_server.auth import passwd;"
                                        + " print(passwd(sys.argv[1], 'sha1'))",
                                password)
                        .redirectErrorStream(true)
                        .start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(words);
        }
        return words.strip();
    }
}
