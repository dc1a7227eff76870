package org.cellist.app.ui.workbench.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cellist.app.ui.keys.KeyBinding;
import org.cellist.app.ui.keys.KeyChoices;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.keys.KeySequence;
import org.cellist.app.ui.keys.Stroke;
import org.jspecify.annotations.Nullable;

/// The commands with their keys, and keys that are being chosen for one of them.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class KeysViewModel {

    /// How many strokes a sequence has at most.
    private static final int MOST_STROKES = 2;

    private final List<Named> commands;
    private final KeyChoices choices;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Capture> capture = new ReadOnlyObjectWrapper<>();

    /// A command with its words. Immutable.
    ///
    /// @param name in the language of the window
    /// @param otherName in English, for those who know it by that
    /// @param place where keys mean it that write no letter
    record Named(String id, String name, String otherName, String group, KeyPlace place) {}

    /// A command with its keys. Immutable.
    ///
    /// @param keys as they are read
    /// @param isOwn whether they are not the preset's
    /// @param others the names of commands that want the same keys
    record Row(Named command, List<String> keys, boolean isOwn, List<String> others) {}

    /// Keys that are being chosen. Immutable.
    ///
    /// @param strokes none at the beginning
    /// @param others the names of commands that have these keys now
    record Capture(Named command, List<Stroke> strokes, List<String> others) {}

    KeysViewModel(List<Named> commands, KeyChoices choices) {
        this.commands = List.copyOf(commands);
        this.choices = choices;
        query.subscribe(_ -> fill());
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<List<Row>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What is being chosen; null while nothing is.
    ReadOnlyObjectProperty<@Nullable Capture> captureProperty() {
        return capture.getReadOnlyProperty();
    }

    /// Shows what holds after the preset has changed.
    void fill() {
        var letters = query.get().strip().toLowerCase(Locale.ROOT);
        rows.set(commands.stream().map(this::row).filter(row -> fits(row, letters)).toList());
    }

    private Row row(Named command) {
        var keymap = choices.keymapProperty().getValue();
        var bindings = keymap.bindingsOf(command.id());
        var others = bindings.stream().flatMap(each -> keymap.inTheWayOf(each).stream()).toList();
        return new Row(
                command,
                bindings.stream().map(each -> each.keys().display()).distinct().toList(),
                choices.isOwn(command.id()),
                names(others));
    }

    private static boolean fits(Row row, String letters) {
        var command = row.command();
        var words = List.of(command.name(), command.otherName(), command.group());
        return Stream.concat(words.stream(), row.keys().stream())
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(letters));
    }

    private List<String> names(List<KeyBinding> bindings) {
        var ids = bindings.stream().map(KeyBinding::command).collect(Collectors.toSet());
        return commands.stream().filter(each -> ids.contains(each.id())).map(Named::name).toList();
    }

    /// Begins to choose keys for a command.
    void begin(Named command) {
        capture.set(new Capture(command, List.of(), List.of()));
    }

    /// Takes a stroke; a third one begins anew.
    void press(Stroke stroke) {
        var now = capture.get();
        if (now == null) {
            return;
        }
        var strokes = new ArrayList<Stroke>();
        if (now.strokes().size() < MOST_STROKES) {
            strokes.addAll(now.strokes());
        }
        strokes.add(stroke);
        var wanted = binding(now.command(), strokes);
        var others = choices.keymapProperty().getValue().inTheWayOf(wanted);
        capture.set(new Capture(now.command(), List.copyOf(strokes), names(others)));
    }

    /// Gives the command the keys that were pressed, in place of those it had there.
    void confirm() {
        var now = capture.get();
        if (now == null || now.strokes().isEmpty()) {
            return;
        }
        choices.set(now.command().id(), List.of(binding(now.command(), now.strokes())));
        cancel();
    }

    void cancel() {
        capture.set(null);
        fill();
    }

    /// Takes a command's keys away.
    void remove(Named command) {
        choices.set(command.id(), List.of());
        fill();
    }

    /// Gives a command the preset's keys again.
    void reset(Named command) {
        choices.reset(command.id());
        fill();
    }

    void resetAll() {
        choices.resetAll();
        fill();
    }

    /// A key that would write a letter is one of command mode, whatever the command.
    private static KeyBinding binding(Named command, List<Stroke> strokes) {
        var place = strokes.getFirst().isPlain() ? KeyPlace.COMMAND : command.place();
        return new KeyBinding(command.id(), place, new KeySequence(strokes));
    }
}
