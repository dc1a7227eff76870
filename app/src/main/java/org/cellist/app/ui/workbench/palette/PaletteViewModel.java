package org.cellist.app.ui.workbench.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The choices that fit what was written, the best first; those that were chosen last before all
/// others that fit as well.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class PaletteViewModel {

    private final List<Choice> choices;
    private final List<String> recent;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);

    /// Something that can be chosen, with its words. Immutable.
    ///
    /// @param id by which it is remembered
    /// @param name in the language of the window
    /// @param otherName by which it is found too: in English, or a number
    /// @param group what it belongs to, in the language of the window
    /// @param mark what stands at the right: the keys of a command; empty for nothing
    /// @param isPossible whether it makes sense now
    record Choice(
            String id,
            String name,
            String otherName,
            String group,
            String mark,
            boolean isPossible,
            Runnable action) {}

    /// A choice that fits. Immutable.
    ///
    /// @param places the letters of the name that fit
    record Row(Choice choice, List<Integer> places) {}

    /// A choice that fits, and how well. Immutable.
    private record Scored(Row row, int score) {}

    /// @param recent the ids of what was chosen before, the last one first
    PaletteViewModel(List<Choice> choices, List<String> recent) {
        this.choices = choices.stream().filter(Choice::isPossible).toList();
        this.recent = List.copyOf(recent);
        query.subscribe(this::search);
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Which row Enter takes, from 0; -1 when nothing fits.
    ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    Optional<Choice> selected() {
        int index = selected.get();
        return index < 0 ? Optional.empty() : Optional.of(rows.get().get(index).choice());
    }

    void select(int index) {
        selected.set(Math.clamp(index, -1, rows.get().size() - 1));
    }

    /// Moves by that many rows, and stops at the ends.
    void move(int places) {
        if (!rows.get().isEmpty()) {
            selected.set(Math.clamp(selected.get() + (long) places, 0, rows.get().size() - 1));
        }
    }

    private void search(String letters) {
        Comparator<Scored> best = Comparator.comparingInt(each -> -each.score());
        var found =
                new ArrayList<>(choices.stream().flatMap(each -> scored(each, letters)).toList());
        found.sort(best.thenComparingInt(each -> recency(each.row().choice())));
        rows.set(found.stream().map(Scored::row).toList());
        selected.set(found.isEmpty() ? -1 : 0);
    }

    private int recency(Choice choice) {
        int index = recent.indexOf(choice.id());
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    private Stream<Scored> scored(Choice choice, String letters) {
        if (letters.isBlank()) {
            return Stream.of(new Scored(new Row(choice, List.of()), 0));
        }
        Function<FuzzyMatch, Scored> own =
                match -> new Scored(new Row(choice, match.places()), 2 * match.score() + 1);
        Function<FuzzyMatch, Scored> other =
                match -> new Scored(new Row(choice, List.of()), 2 * match.score());
        return Stream.of(
                FuzzyMatch.of(letters, choice.name()).map(own),
                FuzzyMatch.of(letters, choice.otherName()).map(other),
                FuzzyMatch.of(letters, choice.group() + " " + choice.name())
                        .map(match -> new Scored(new Row(choice, List.of()), match.score())))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Scored::score))
                .stream();
    }
}
