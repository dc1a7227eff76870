package org.cellist.app.ui.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Keys that people bring along from another program. Immutable.
public enum KeyPreset {
    /// Single letters in command mode.
    JUPYTER("Jupyter"),
    /// Ctrl+M and then a letter, anywhere.
    COLAB("Google Colab"),
    /// Jupyter's letters, and the editor's keys of Visual Studio Code.
    VSCODE("Visual Studio Code");

    private final String ownName;

    KeyPreset(String ownName) {
        this.ownName = ownName;
    }

    /// Returns the preset of that name in the settings; Jupyter's for one that is not known.
    public static KeyPreset named(String id) {
        return Stream.of(values()).filter(each -> each.id().equals(id)).findFirst().orElse(JUPYTER);
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Returns the name of the program it comes from, the same in every language.
    public String ownName() {
        return ownName;
    }

    /// Reads the preset. What it says of a command takes the place of what is common to all.
    public Keymap keymap() {
        var own = bindings(id() + ".keys");
        if (Stroke.IS_MAC) {
            own.addAll(bindings("mac.keys"));
        }
        return new Keymap(bindings("common.keys"))
                .under(own.stream().collect(Collectors.groupingBy(KeyBinding::command)));
    }

    /// A line is a command and its bindings; `#` begins a remark.
    private static List<KeyBinding> bindings(String file) {
        var found = new ArrayList<KeyBinding>();
        for (var line : text(file).lines().toList()) {
            int end = line.indexOf(' ');
            if (end > 0 && !line.startsWith("#")) {
                var command = line.substring(0, end);
                found.addAll(
                        KeyTexts.parse(command, line.substring(end))
                                .orElseThrow(() -> new IllegalStateException(file + ": " + line)));
            }
        }
        return found;
    }

    private static String text(String file) {
        try (var in = KeyPreset.class.getResourceAsStream(file)) {
            return new String(
                    Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
