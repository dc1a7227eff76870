package org.cellist.app.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lines of the settings' file about what notebooks compute on.
///
/// Stateless.
final class DeviceLines {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceLines.class);
    private static final String COMPUTES_ON = "computesOn.";
    private static final String DEVICE = ".device.";

    private DeviceLines() {}

    static DeviceSettings read(Properties lines) {
        var all = new ArrayList<ComputesOn>();
        for (int i = 0; ; i++) {
            var key = COMPUTES_ON + i;
            var notebook = lines.getProperty(key);
            if (notebook == null) {
                return new DeviceSettings(all);
            }
            try {
                all.add(new ComputesOn(Path.of(notebook), devices(lines, key)));
            } catch (InvalidPathException e) {
                LOG.warn("Not a path: {}", notebook, e);
            }
        }
    }

    private static List<String> devices(Properties lines, String key) {
        var devices = new ArrayList<String>();
        for (int i = 0; ; i++) {
            var device = lines.getProperty(key + DEVICE + i);
            if (device == null) {
                return devices;
            }
            devices.add(device);
        }
    }

    static void write(DeviceSettings settings, Properties lines) {
        lines.keySet().removeIf(key -> key.toString().startsWith(COMPUTES_ON));
        for (int i = 0; i < settings.notebooks().size(); i++) {
            var each = settings.notebooks().get(i);
            lines.setProperty(COMPUTES_ON + i, each.notebook().toString());
            for (int j = 0; j < each.devices().size(); j++) {
                lines.setProperty(COMPUTES_ON + i + DEVICE + j, each.devices().get(j));
            }
        }
    }
}
