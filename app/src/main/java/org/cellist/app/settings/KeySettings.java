package org.cellist.app.settings;

import java.util.Map;

/// Which keys mean which commands. Immutable.
///
/// @param preset the name of the program whose keys they are
/// @param own other keys, by the name of their command; a value is empty for no keys
public record KeySettings(String preset, Map<String, String> own) {

    /// Jupyter's keys.
    public static final KeySettings DEFAULT = new KeySettings("jupyter", Map.of());

    public KeySettings {
        own = Map.copyOf(own);
    }
}
