package org.cellist.app.settings;

import java.util.Map;

/// Which keys mean which commands. Immutable.
///
/// @param preset the name of the program whose keys they are
/// @param own other keys, by the name of their command; a value is empty for no keys
/// @param isVim whether the texts of cells have Vim's keys
public record KeySettings(String preset, Map<String, String> own, boolean isVim) {

    /// Jupyter's keys.
    public static final KeySettings DEFAULT = new KeySettings("jupyter", Map.of(), false);

    public KeySettings {
        own = Map.copyOf(own);
    }
}
