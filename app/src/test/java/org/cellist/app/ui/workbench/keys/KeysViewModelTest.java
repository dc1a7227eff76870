package org.cellist.app.ui.workbench.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.keys.KeyChoices;
import org.cellist.app.ui.keys.KeyPlace;
import org.cellist.app.ui.keys.KeyPreset;
import org.cellist.app.ui.keys.Stroke;
import org.cellist.app.ui.workbench.keys.KeysViewModel.Named;
import org.cellist.app.ui.workbench.keys.KeysViewModel.Row;
import org.junit.jupiter.api.Test;

class KeysViewModelTest {

    private static final Stroke CTRL_F5 = new Stroke(KeyCode.F5, true, false, false, false);
    private static final Stroke B = new Stroke(KeyCode.B, false, false, false, false);
    private static final Stroke CTRL_S = new Stroke(KeyCode.S, true, false, false, false);

    private final Named runAll = new Named("run.all", "Run all", "Run all", "Run", KeyPlace.PAGE);
    private final Named insert =
            new Named(
                    "cell.code.below",
                    "Insert a code cell",
                    "Insert a code cell",
                    "Cells",
                    KeyPlace.PAGE);
    private final Named save = new Named("file.save", "Save", "Save", "File", KeyPlace.WINDOW);
    private final KeyChoices choices = new KeyChoices();
    private final KeysViewModel model = new KeysViewModel(List.of(runAll, insert, save), choices);

    @Test
    void keysOfOnesOwnAreShownAndKeptInTheSettings() {
        model.begin(runAll);
        model.press(CTRL_F5);
        model.confirm();

        assertEquals(new Row(runAll, List.of("Ctrl+F5"), true, List.of()), row(0));
        assertEquals(Map.of("run.all", "page: Ctrl+F5"), choices.ownTexts());
        assertNull(model.captureProperty().get());
    }

    @Test
    void aLetterIsAKeyOfCommandMode() {
        model.begin(save);
        model.press(B);
        model.confirm();

        assertEquals(Map.of("file.save", "command: B"), choices.ownTexts());
    }

    @Test
    void whoHasTheKeysAlreadyIsSaidBeforeAndAfter() {
        model.begin(runAll);
        model.press(CTRL_S);
        var others = Objects.requireNonNull(model.captureProperty().get()).others();
        model.confirm();

        assertEquals(List.of("Save"), others);
        assertEquals(List.of("Save"), row(0).others());
        assertEquals(List.of("Run all"), row(2).others());
    }

    @Test
    void aThirdStrokeBeginsAnew() {
        model.begin(runAll);
        model.press(CTRL_S);
        model.press(B);
        model.press(CTRL_F5);

        assertEquals(
                List.of(CTRL_F5), Objects.requireNonNull(model.captureProperty().get()).strokes());
    }

    @Test
    void keysAreTakenAwayAndComeBack() {
        model.remove(runAll);
        assertEquals(new Row(runAll, List.of(), true, List.of()), row(0));

        model.reset(runAll);
        assertEquals(new Row(runAll, List.of("Ctrl+F9"), false, List.of()), row(0));
    }

    @Test
    void commandsAreFoundByTheirKeys() {
        model.queryProperty().set("ctrl+f9");

        assertEquals(
                List.of(runAll), model.rowsProperty().get().stream().map(Row::command).toList());
    }

    @Test
    void settingsThatCannotBeReadAreKept() {
        choices.take(KeyPreset.COLAB, Map.of("run.all", "elsewhere: ?", "cell.cut", ""));

        assertEquals(Map.of("run.all", "elsewhere: ?", "cell.cut", ""), choices.ownTexts());
        assertEquals("Ctrl+F9", choices.keymapProperty().getValue().shownKeys("run.all"));
        assertEquals("", choices.keymapProperty().getValue().shownKeys("cell.cut"));
    }

    private Row row(int index) {
        return model.rowsProperty().get().get(index);
    }
}
