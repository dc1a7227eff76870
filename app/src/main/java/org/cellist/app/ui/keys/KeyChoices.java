package org.cellist.app.ui.keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys that a person has chosen: a preset, and other keys for some commands.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class KeyChoices {

    private static final Logger LOG = LoggerFactory.getLogger(KeyChoices.class);

    private final ObjectProperty<KeyPreset> preset = new SimpleObjectProperty<>(KeyPreset.JUPYTER);
    private final ObjectProperty<Map<String, List<KeyBinding>>> own =
            new SimpleObjectProperty<>(Map.of());
    private final VimChoice vim = new VimChoice();
    private final Map<String, String> unread = new HashMap<>();
    private final ObservableValue<Keymap> keymap =
            Bindings.createObjectBinding(() -> preset.get().keymap().with(own.get()), preset, own);

    /// Takes what the settings say, in place of Jupyter's keys.
    ///
    /// @param texts bindings by command, as [#ownTexts] gives them; what cannot be read is kept
    ///     and does nothing
    public void take(KeyPreset chosen, Map<String, String> texts) {
        unread.clear();
        preset.set(chosen);
        own.set(read(texts));
    }

    private Map<String, List<KeyBinding>> read(Map<String, String> texts) {
        var found = new HashMap<String, List<KeyBinding>>();
        texts.forEach(
                (command, text) ->
                        KeyTexts.parse(command, text)
                                .ifPresentOrElse(
                                        keys -> found.put(command, keys),
                                        () -> {
                                            LOG.warn("No keys for {}: {}", command, text);
                                            unread.put(command, text);
                                        }));
        return Map.copyOf(found);
    }

    /// Whether the texts of cells have Vim's keys.
    public VimChoice vim() {
        return vim;
    }

    public ObjectProperty<KeyPreset> presetProperty() {
        return preset;
    }

    /// What holds: read anew only when a choice has changed and somebody asks.
    public ObservableValue<Keymap> keymapProperty() {
        return keymap;
    }

    /// Gives a command keys of its own, in place of the preset's.
    ///
    /// @param bindings none takes its keys away
    public void set(String command, List<KeyBinding> bindings) {
        var changed = new HashMap<>(own.get());
        changed.put(command, List.copyOf(bindings));
        unread.remove(command);
        own.set(Map.copyOf(changed));
    }

    /// Gives a command the keys of the preset again.
    public void reset(String command) {
        var changed = new HashMap<>(own.get());
        changed.remove(command);
        unread.remove(command);
        own.set(Map.copyOf(changed));
    }

    /// Gives all commands the keys of the preset again.
    public void resetAll() {
        unread.clear();
        own.set(Map.of());
    }

    /// Returns whether the command has keys of its own.
    public boolean isOwn(String command) {
        return own.get().containsKey(command);
    }

    /// The bindings that are not the preset's, by command.
    public ObservableValue<Map<String, List<KeyBinding>>> ownProperty() {
        return own;
    }

    /// Returns them as they stand in the settings.
    public Map<String, String> ownTexts() {
        var texts = new TreeMap<>(unread);
        own.get().forEach((command, keys) -> texts.put(command, KeyTexts.write(keys)));
        return texts;
    }
}
