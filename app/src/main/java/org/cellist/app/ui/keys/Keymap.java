package org.cellist.app.ui.keys;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All bindings that hold. Immutable.
public final class Keymap {

    private final List<KeyBinding> bindings;
    private final Set<KeyBinding> own;
    private final Map<Stroke, List<KeyBinding>> byFirst;

    /// @param bindings in order; of two bindings of the same keys in one place the first one counts
    public Keymap(List<KeyBinding> bindings) {
        this(bindings, Set.of());
    }

    private Keymap(List<KeyBinding> bindings, Set<KeyBinding> own) {
        this.bindings = List.copyOf(bindings);
        this.own = own;
        this.byFirst =
                this.bindings.stream()
                        .collect(Collectors.groupingBy(each -> each.keys().strokes().getFirst()));
    }

    /// What keys mean that were pressed one after the other. Immutable.
    sealed interface Match {

        /// They mean nothing.
        record Nothing() implements Match {}

        /// More keys are needed.
        record Begun() implements Match {}

        record Command(String name) implements Match {}
    }

    /// Returns what the keys mean, seen from all of those places. What a person has chosen comes
    /// before what a preset says, wherever that is.
    Match match(List<Stroke> pressed, Set<KeyPlace> places) {
        var possible =
                byFirst.getOrDefault(pressed.getFirst(), List.of()).stream()
                        .filter(each -> places.contains(each.place()))
                        .filter(each -> each.keys().startsWith(pressed))
                        .sorted(
                                Comparator.<KeyBinding, Boolean>comparing(own::contains)
                                        .thenComparing(KeyBinding::place)
                                        .reversed())
                        .toList();
        return possible.stream()
                .filter(each -> each.keys().strokes().size() == pressed.size())
                .findFirst()
                .<Match>map(each -> new Match.Command(each.command()))
                .orElseGet(() -> possible.isEmpty() ? new Match.Nothing() : new Match.Begun());
    }

    public List<KeyBinding> bindings() {
        return bindings;
    }

    /// Returns the bindings of a command, the one to be shown first.
    public List<KeyBinding> bindingsOf(String command) {
        return bindings.stream().filter(each -> each.command().equals(command)).toList();
    }

    /// Returns how the first keys of a command are read; empty when it has none.
    public String shownKeys(String command) {
        return bindings.stream()
                .filter(each -> each.command().equals(command))
                .findFirst()
                .map(each -> each.keys().display())
                .orElse("");
    }

    /// Returns the bindings that cannot be had together with that one.
    public List<KeyBinding> inTheWayOf(KeyBinding binding) {
        return bindings.stream().filter(each -> each.isInTheWayOf(binding)).toList();
    }

    /// Returns this map with a person's own bindings of some commands in place of what it has.
    ///
    /// @param chosen the bindings of each command that is changed; none takes its keys away
    public Keymap with(Map<String, List<KeyBinding>> chosen) {
        var first = chosen.values().stream().flatMap(List::stream).toList();
        return new Keymap(over(chosen, first), Set.copyOf(first));
    }

    /// Returns this map with what another preset says of some commands in place of what it has.
    Keymap under(Map<String, List<KeyBinding>> preset) {
        return new Keymap(over(preset, preset.values().stream().flatMap(List::stream).toList()));
    }

    private List<KeyBinding> over(Map<String, List<KeyBinding>> changed, List<KeyBinding> first) {
        var kept = bindings.stream().filter(each -> !changed.containsKey(each.command()));
        return Stream.concat(first.stream(), kept).toList();
    }
}
