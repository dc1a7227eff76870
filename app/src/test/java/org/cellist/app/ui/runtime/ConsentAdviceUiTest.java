package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a person is shown before anything of an environment runs that came with a notebook.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ConsentAdviceUiTest {

    private final Fx fx;
    private final Locale before = Locale.getDefault();
    private final FakeRuntimes runtimes = new FakeRuntimes();

    ConsentAdviceUiTest(Fx fx) {
        this.fx = fx;
    }

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void theProgramAndTheWholeCommandAreShownBeforeTheFirstStart() {
        var picker = fx.prepare(() -> new PickerViewModel(runtimes));
        var advice = fx.prepare(() -> new PickerAdvice(picker));
        fx.show(advice, 560, 260, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> picker.select(FakeRuntimes.DOWNLOADED));

        var lines =
                fx.call(
                        () ->
                                advice.lookupAll(".copy-line-text").stream()
                                        .map(it -> ((TextField) it).getText())
                                        .toList());
        assertEquals(
                List.of(
                        "/home/ada/Downloads/paper/venv/bin/python",
                        "/home/ada/Downloads/paper/venv/bin/python -m ipykernel_launcher -f"
                                + " '{connection_file}'"),
                lines);
        assertEquals(List.of(), runtimes.asked);
        fx.snapshot(
                fx.call(() -> advice.getScene().getWindow()),
                Path.of("target", "pictures", "consent.png"));

        fx.run(
                () ->
                        advice.lookupAll(".sheet-button").stream()
                                .map(Button.class::cast)
                                .filter(it -> it.getText().equals("Allow this path"))
                                .forEach(Button::fire));
        assertEquals(List.of("allow downloaded"), runtimes.asked);
    }
}
