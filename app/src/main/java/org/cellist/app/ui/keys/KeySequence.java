package org.cellist.app.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Keys that are pressed one after the other and mean one command: `Shift+Enter`, `D D`,
/// `Ctrl+M B`. Immutable.
///
/// @param strokes at least one
public record KeySequence(List<Stroke> strokes) {

    public KeySequence {
        if (strokes.isEmpty()) {
            throw new IllegalArgumentException("a sequence of no keys");
        }
        strokes = List.copyOf(strokes);
    }

    /// Reads what [#toString] writes.
    public static Optional<KeySequence> parse(String text) {
        var strokes = new ArrayList<Stroke>();
        for (var part : text.strip().split("\\s+", -1)) {
            var stroke = Stroke.parse(part);
            if (stroke.isEmpty()) {
                return Optional.empty();
            }
            strokes.add(stroke.get());
        }
        return Optional.of(new KeySequence(strokes));
    }

    /// Returns whether the strokes are these, or the first ones of these.
    boolean startsWith(List<Stroke> pressed) {
        return strokes.size() >= pressed.size()
                && strokes.subList(0, pressed.size()).equals(pressed);
    }

    /// Returns how a person reads it, in this system's way.
    public String display() {
        return strokes.stream().map(Stroke::display).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return strokes.stream().map(Stroke::toString).collect(Collectors.joining(" "));
    }
}
