package org.cellist.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lines of the settings' file about servers.
///
/// Stateless.
final class ServerLines {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLines.class);
    private static final String SERVER = "server.";
    private static final String RAN_ON = "ranOn.";

    private ServerLines() {}

    static ServerSettings read(Properties lines) {
        var known = new ArrayList<KnownServer>();
        for (int i = 0; ; i++) {
            var address = lines.getProperty(SERVER + i);
            if (address == null) {
                break;
            }
            known.add(
                    new KnownServer(
                            address,
                            Boolean.parseBoolean(lines.getProperty(SERVER + i + ".plain"))));
        }
        return new ServerSettings(known, ranOn(lines));
    }

    private static List<RanOn> ranOn(Properties lines) {
        var all = new ArrayList<RanOn>();
        for (int i = 0; ; i++) {
            var key = RAN_ON + i;
            var notebook = lines.getProperty(key);
            if (notebook == null) {
                return all;
            }
            try {
                all.add(
                        new RanOn(
                                Path.of(notebook),
                                lines.getProperty(key + ".server", ""),
                                lines.getProperty(key + ".kernelspec", ""),
                                lines.getProperty(key + ".name", ""),
                                lines.getProperty(key + ".language", "")));
            } catch (InvalidPathException e) {
                LOG.warn("Not a path: {}", notebook, e);
            }
        }
    }

    static void write(ServerSettings servers, Properties lines) {
        lines.keySet()
                .removeIf(
                        key ->
                                key.toString().startsWith(SERVER)
                                        || key.toString().startsWith(RAN_ON));
        for (int i = 0; i < servers.known().size(); i++) {
            var server = servers.known().get(i);
            lines.setProperty(SERVER + i, server.address());
            lines.setProperty(SERVER + i + ".plain", Boolean.toString(server.isPlainAllowed()));
        }
        for (int i = 0; i < servers.ranOn().size(); i++) {
            var each = servers.ranOn().get(i);
            var key = RAN_ON + i;
            lines.setProperty(key, each.notebook().toString());
            lines.setProperty(key + ".server", each.server());
            lines.setProperty(key + ".kernelspec", each.kernelspec());
            lines.setProperty(key + ".name", each.displayName());
            lines.setProperty(key + ".language", each.language());
        }
    }
}
