package org.cellist.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads and writes settings as a properties file.
///
/// Properties and not JSON, because they are read on the way to the first painted window. Keys
/// that this version does not know are kept. A file that cannot be read is put aside, never
/// overwritten.
///
/// Thread-safe only one call at a time: confined to its [SettingsStore].
final class SettingsFile {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final Properties known = new Properties();

    SettingsFile(Path file) {
        this.file = file;
    }

    Settings read() {
        try {
            known.load(new StringReader(Files.readString(file)));
        } catch (NoSuchFileException _) {
            return Settings.DEFAULT;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("The settings in {} cannot be read; they are put aside", file, e);
            putAside();
            return Settings.DEFAULT;
        }
        return new Settings(
                new WindowSettings(
                        known.getProperty("language"),
                        Boolean.parseBoolean(known.getProperty("lineNumbers", "false")),
                        Boolean.parseBoolean(known.getProperty("completion.asYouType", "true")),
                        Boolean.parseBoolean(known.getProperty("text.preview", "true")),
                        Boolean.parseBoolean(known.getProperty("sidePane", "true")),
                        chosen(KernelsAtClose.ASK, known.getProperty("kernels.atClose", "")),
                        chosen(UnusedKernels.DAY, known.getProperty("kernels.unused", ""))),
                LookLines.read(known),
                paths("recent."),
                paths("consent."),
                new KeySettings(
                        known.getProperty("keys.preset", KeySettings.DEFAULT.preset()),
                        texts("key."),
                        Boolean.parseBoolean(known.getProperty("keys.vim", "false"))),
                new NetworkSettings(
                        known.getProperty("network.proxy", NetworkSettings.SYSTEM),
                        path(known.getProperty("network.certificates"))),
                ServerLines.read(known),
                DeviceLines.read(known),
                ColabLines.read(known));
    }

    void write(Settings settings) throws IOException {
        write(settings.window());
        LookLines.write(settings.look(), known);
        setPaths("recent.", settings.recent());
        setPaths("consent.", settings.consents());
        known.setProperty("keys.preset", settings.keys().preset());
        known.setProperty("keys.vim", Boolean.toString(settings.keys().isVim()));
        known.keySet().removeIf(key -> key.toString().startsWith("key."));
        settings.keys().own().forEach((command, text) -> known.setProperty("key." + command, text));
        known.setProperty("network.proxy", settings.network().proxy());
        var certificates = settings.network().certificates();
        if (certificates == null) {
            known.remove("network.certificates");
        } else {
            known.setProperty("network.certificates", certificates.toString());
        }
        ServerLines.write(settings.servers(), known);
        DeviceLines.write(settings.devices(), known);
        ColabLines.write(settings.colab(), known);
        var text = new StringWriter();
        known.store(text, null);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, text.toString());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void write(WindowSettings window) {
        var language = window.language();
        if (language == null) {
            known.remove("language");
        } else {
            known.setProperty("language", language);
        }
        known.setProperty("lineNumbers", Boolean.toString(window.lineNumbers()));
        known.setProperty("completion.asYouType", Boolean.toString(window.suggestsUnasked()));
        known.setProperty("text.preview", Boolean.toString(window.textPreview()));
        known.setProperty("sidePane", Boolean.toString(window.sidePane()));
        known.setProperty("kernels.atClose", window.kernelsAtClose().name());
        known.setProperty("kernels.unused", window.unusedKernels().name());
    }

    /// What somebody else wrote there is as if nothing had been chosen.
    private static <E extends Enum<E>> E chosen(E usual, String text) {
        for (var each : usual.getDeclaringClass().getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        return usual;
    }

    private Map<String, String> texts(String prefix) {
        return known.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(
                        Collectors.toMap(
                                name -> name.substring(prefix.length()),
                                name -> known.getProperty(name, "")));
    }

    private List<Path> paths(String prefix) {
        var found = new ArrayList<Path>();
        for (int i = 0; ; i++) {
            var text = known.getProperty(prefix + i);
            if (text == null) {
                return found;
            }
            var path = path(text);
            if (path != null) {
                found.add(path);
            }
        }
    }

    private @Nullable Path path(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Path.of(text);
        } catch (InvalidPathException e) {
            LOG.warn("Not a path in {}: {}", file, text, e);
            return null;
        }
    }

    private void setPaths(String prefix, List<Path> paths) {
        known.keySet().removeIf(key -> key.toString().startsWith(prefix));
        for (int i = 0; i < paths.size(); i++) {
            known.setProperty(prefix + i, paths.get(i).toString());
        }
    }

    private void putAside() {
        try {
            Files.move(
                    file,
                    file.resolveSibling(file.getFileName() + ".unreadable"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be put aside", file, e);
        }
    }
}
