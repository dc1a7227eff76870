package org.cellist.app.ui.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.workbench.command.WindowCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeymapTest {

    private static final Set<KeyPlace> ALL = EnumSet.allOf(KeyPlace.class);

    @ParameterizedTest
    @ValueSource(
            strings = {"Ctrl+Shift+P", "D D", "Ctrl+M B", "Alt+Up", "Ctrl+/", "-", "F9", "0 0"})
    void keysAreReadAsTheyAreWritten(String text) {
        assertEquals(text, KeySequence.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ctrl+", "Hyper+A", "Ctrl+Shift", "Nothing", "A  Bee"})
    void whatNamesNoKeysIsNotRead(String text) {
        assertTrue(KeySequence.parse(text).isEmpty());
    }

    @Test
    void bindingsAreReadAsTheyAreWritten() {
        var text = "page: Ctrl+Z; page: Ctrl+M Z; command: Z";

        assertEquals(text, KeyTexts.write(KeyTexts.parse("edit.undo", text).orElseThrow()));
        assertEquals(List.of(), KeyTexts.parse("edit.undo", "").orElseThrow());
        assertTrue(KeyTexts.parse("edit.undo", "nowhere: Z").isEmpty());
    }

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void aPresetNamesCommandsThatThereAre(KeyPreset preset) {
        var known =
                Stream.concat(
                                Stream.of(PageCommand.values()).map(PageCommand::id),
                                Stream.of(WindowCommand.values()).map(WindowCommand::id))
                        .collect(Collectors.toSet());

        var unknown = new TreeSet<String>();
        preset.keymap().bindings().forEach(each -> unknown.add(each.command()));
        unknown.removeAll(known);

        assertEquals(Set.of(), unknown);
    }

    /// Two keys of one command may be in each other's way nowhere; of two commands only where the
    /// narrower place is meant to win.
    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void noPresetHasKeysThatMeanTwoThingsInOnePlace(KeyPreset preset) {
        var keymap = preset.keymap();

        var twice =
                keymap.bindings().stream()
                        .filter(
                                each ->
                                        keymap.inTheWayOf(each).stream()
                                                .anyMatch(o -> o.place() == each.place()))
                        .toList();

        assertEquals(List.of(), twice);
    }

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void aBindingIsFoundByItsKeys(KeyPreset preset) {
        var keymap = preset.keymap();
        var seen = new HashSet<String>();

        for (var binding : keymap.bindings()) {
            var match = keymap.match(binding.keys().strokes(), EnumSet.of(binding.place()));
            assertEquals(new Keymap.Match.Command(binding.command()), match);
            assertTrue(seen.add(binding.place() + " " + binding.keys()), binding::toString);
        }
    }

    @Test
    void theNarrowerPlaceWins() {
        var keymap =
                new Keymap(
                        List.of(
                                binding("wide", KeyPlace.WINDOW, "Ctrl+B"),
                                binding("narrow", KeyPlace.TEXT, "Ctrl+B")));

        assertEquals(new Keymap.Match.Command("narrow"), keymap.match(strokes("Ctrl+B"), ALL));
        assertEquals(
                new Keymap.Match.Command("wide"),
                keymap.match(strokes("Ctrl+B"), EnumSet.of(KeyPlace.WINDOW, KeyPlace.COMMAND)));
    }

    @Test
    void oneOfTwoStrokesIsABeginning() {
        var keymap = new Keymap(List.of(binding("remove", KeyPlace.COMMAND, "D D")));

        assertEquals(new Keymap.Match.Begun(), keymap.match(strokes("D"), ALL));
        assertEquals(new Keymap.Match.Nothing(), keymap.match(strokes("D X"), ALL));
    }

    @Test
    void ownKeysTakeThePlaceOfThePresets() {
        var own = Map.of("run.all", List.of(binding("run.all", KeyPlace.PAGE, "Ctrl+F5")));

        var keymap = KeyPreset.JUPYTER.keymap().with(own);

        assertEquals("Ctrl+F5", keymap.shownKeys("run.all"));
        assertEquals(new Keymap.Match.Nothing(), keymap.match(strokes("Ctrl+F9"), ALL));
    }

    @Test
    void ownKeysWinOverThePresetsInANarrowerPlace() {
        var own = Map.of("file.save", List.of(binding("file.save", KeyPlace.WINDOW, "Ctrl+Z")));

        var keymap = KeyPreset.JUPYTER.keymap().with(own);

        assertEquals(new Keymap.Match.Command("file.save"), keymap.match(strokes("Ctrl+Z"), ALL));
    }

    @Test
    void aBeginningIsInTheWayOfTheWhole() {
        var chord = binding("a", KeyPlace.PAGE, "Ctrl+M A");

        assertTrue(binding("b", KeyPlace.TEXT, "Ctrl+M").isInTheWayOf(chord));
        assertTrue(chord.isInTheWayOf(binding("b", KeyPlace.WINDOW, "Ctrl+M")));
        assertFalse(chord.isInTheWayOf(binding("b", KeyPlace.PAGE, "Ctrl+M B")));
        assertFalse(
                binding("a", KeyPlace.TEXT, "Alt+Up")
                        .isInTheWayOf(binding("b", KeyPlace.COMMAND, "Alt+Up")));
    }

    private static KeyBinding binding(String command, KeyPlace place, String keys) {
        return new KeyBinding(command, place, KeySequence.parse(keys).orElseThrow());
    }

    private static List<Stroke> strokes(String keys) {
        return KeySequence.parse(keys).orElseThrow().strokes();
    }
}
