package org.cellist.app.ui.editor.vim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Keys that were recorded under names, to be pressed again; shared by all texts of a page.
///
/// Confined to one thread.
final class Macros {

    private static final char NOTHING = 0;
    private static final char LAST = '@';

    private final Map<Character, List<Part>> held = new HashMap<>();
    private final List<Part> recorded = new ArrayList<>();
    private char recording = NOTHING;
    private char last = NOTHING;

    /// What was pressed.
    sealed interface Part {

        /// A key of normal or a visual mode.
        record Key(String key) implements Part {}

        /// All of insert mode, to its end.
        record Written(String text) implements Part {}
    }

    boolean isRecording() {
        return recording != NOTHING;
    }

    /// Returns the name of what is recorded now; empty for nothing.
    String recordingName() {
        return isRecording() ? String.valueOf(recording) : "";
    }

    void begin(char name) {
        recording = name;
        recorded.clear();
    }

    void end() {
        held.put(recording, List.copyOf(recorded));
        recording = NOTHING;
    }

    /// Adds to what is recorded, if something is.
    void add(Part part) {
        if (isRecording()) {
            recorded.add(part);
        }
    }

    /// Returns what was recorded under a name, or again what was asked for last by `@`.
    List<Part> of(char name) {
        last = name == LAST ? last : name;
        return held.getOrDefault(last, List.of());
    }
}
