package org.cellist.app;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens pages in the system's browser, and mails in its mail program.
///
/// Thread-safe. Returns at once.
final class SystemBrowser implements Consumer<URI> {

    private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);

    private final List<String> command;

    /// @param system as `os.name` has it
    SystemBrowser(String system) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            command = List.of("rundll32", "url.dll,FileProtocolHandler");
        } else if (name.startsWith("mac")) {
            command = List.of("open");
        } else {
            command = List.of("xdg-open");
        }
    }

    @Override
    public void accept(URI target) {
        Thread.ofVirtual().name("browser").start(() -> open(target));
    }

    private void open(URI target) {
        var words = new ArrayList<>(command);
        words.add(target.toASCIIString());
        try {
            new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("cannot open {}: {}", target, e.toString());
        }
    }
}
