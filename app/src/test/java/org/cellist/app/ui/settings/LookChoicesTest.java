package org.cellist.app.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.settings.ColourScheme;
import org.cellist.app.settings.LookSettings;
import org.cellist.app.settings.Motion;
import org.cellist.app.settings.TypeSettings;
import org.cellist.app.ui.theme.Theme;
import org.junit.jupiter.api.Test;

class LookChoicesTest {

    private final LookChoices choices = new LookChoices();
    private final SimpleObjectProperty<Theme> desktop = new SimpleObjectProperty<>(Theme.LIGHT);
    private final SimpleBooleanProperty desktopIsStill = new SimpleBooleanProperty();

    LookChoicesTest() {
        choices.followSystem(desktop, desktopIsStill);
    }

    @Test
    void unlessChosenOtherwiseTheThemeFollowsTheDesktopAtOnce() {
        var seen = new ArrayList<Theme>();
        choices.themeProperty().subscribe(theme -> seen.add(theme));

        desktop.set(Theme.DARK);
        desktop.set(Theme.LIGHT);

        assertEquals(List.of(Theme.LIGHT, Theme.DARK, Theme.LIGHT), seen);
    }

    @Test
    void aChosenThemeStaysWhateverTheDesktopDoes() {
        choices.schemeProperty().set(ColourScheme.DARK);

        desktop.set(Theme.DARK);
        desktop.set(Theme.LIGHT);

        assertEquals(Theme.DARK, choices.themeProperty().getValue());
    }

    @Test
    void motionIsTheDesktopsUnlessChosen() {
        desktopIsStill.set(true);

        var still =
                Stream.of(Motion.values())
                        .map(
                                motion -> {
                                    choices.motionProperty().set(motion);
                                    return choices.stillProperty().getValue();
                                })
                        .toList();

        assertEquals(List.of(true, false, true), still);
    }

    @Test
    void whatIsStoredIsTakenAgain() {
        var stored =
                new LookSettings(
                        ColourScheme.LIGHT, Motion.REDUCED, 150, 120, TypeSettings.DEFAULT);

        choices.take(stored);

        assertEquals(stored, choices.toSettings());
    }

    @Test
    void theNextWidthOfAStrangeOneIsTheWindows() {
        choices.take(
                new LookSettings(
                        ColourScheme.SYSTEM, Motion.SYSTEM, 100, 77, TypeSettings.DEFAULT));

        choices.nextWidth();

        assertEquals(0, choices.columnsProperty().get());
    }
}
