package org.cellist.app.ui.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Bindings of one command as they stand in files and settings: `place: keys | keys; place: keys`.
///
/// Immutable.
public final class KeyTexts {

    private KeyTexts() {}

    /// Reads bindings.
    ///
    /// @return empty when any part of the text cannot be read
    public static Optional<List<KeyBinding>> parse(String command, String text) {
        var found = new ArrayList<KeyBinding>();
        for (var part : text.split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            int colon = part.indexOf(':');
            var place = colon < 0 ? Optional.<KeyPlace>empty() : place(part.substring(0, colon));
            if (place.isEmpty()) {
                return Optional.empty();
            }
            for (var keys : part.substring(colon + 1).split("\\|", -1)) {
                var sequence = KeySequence.parse(keys);
                if (sequence.isEmpty()) {
                    return Optional.empty();
                }
                found.add(new KeyBinding(command, place.get(), sequence.get()));
            }
        }
        return Optional.of(List.copyOf(found));
    }

    private static Optional<KeyPlace> place(String id) {
        return Stream.of(KeyPlace.values())
                .filter(place -> place.id().equals(id.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Writes bindings of one command.
    public static String write(List<KeyBinding> bindings) {
        return bindings.stream()
                .map(each -> each.place().id() + ": " + each.keys())
                .collect(Collectors.joining("; "));
    }
}
