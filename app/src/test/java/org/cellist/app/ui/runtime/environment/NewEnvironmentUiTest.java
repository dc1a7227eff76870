package org.cellist.app.ui.runtime.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.cellist.app.environment.InstallProblem;
import org.cellist.app.environment.InstallProblem.Kind;
import org.cellist.app.environment.packages.PackageFile.Outcome;
import org.cellist.app.environment.packages.PackageList;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.environment.packages.PackageList.LeftOut;
import org.cellist.app.environment.packages.PackageList.Reason;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Progress;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The sheet of a new environment as a person fills it in, also as pictures.
@Tag("ui")
@ExtendWith(FxExtension.class)
class NewEnvironmentUiTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 860;
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path YAML = Path.of("/w/project/environment.yml").toAbsolutePath();

    private final Locale before = Locale.getDefault();
    private final FakeEnvironments machine = new FakeEnvironments();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void formProgressAndFailureAreDrawn(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        machine.files.add(YAML);
        machine.read.put(YAML, new Outcome.Read(list()));
        var model = fx.call(() -> new NewEnvironmentPane(machine));
        var sheet = fx.prepare(() -> NewEnvironmentSheet.of(model, _ -> {}));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";

        fx.run(() -> choose(sheet, Texts.of("environment").get("from.colab")));
        fx.snapshot(stage, PICTURES.resolve("environment" + suffix));
        fx.run(() -> choose(sheet, "environment.yml"));
        fx.snapshot(stage, PICTURES.resolve("environment-conda" + suffix));
        fx.run(() -> press(sheet, "make"));
        fx.run(() -> machine.tell(new Progress.Step(1, List.of("pip"))));
        fx.run(
                () ->
                        machine.tell(
                                new Progress.Lines(
                                        """
                                        Collecting torch
                                          Downloading torch-2.9.whl (888 MB)
                                        ERROR: No space left on device
                                        """)));
        fx.snapshot(stage, PICTURES.resolve("environment-progress" + suffix));
        fx.run(
                () ->
                        machine.tell(
                                new Progress.Failed(
                                        new InstallProblem(Kind.DISK_FULL, "", "no space"))));
        fx.snapshot(stage, PICTURES.resolve("environment-failed" + suffix));

        assertTrue(words(fx, sheet).contains(Texts.of("environment").get("problem.disk")));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void aMachineWithoutPythonIsToldHowToGetOne(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        machine.pythons.clear();
        var model = fx.call(() -> new NewEnvironmentPane(machine));
        var sheet = fx.prepare(() -> NewEnvironmentSheet.of(model, _ -> {}));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));

        fx.snapshot(
                stage,
                PICTURES.resolve(
                        "environment-nopython-"
                                + theme.name().toLowerCase(Locale.ROOT)
                                + "-"
                                + language
                                + ".png"));

        var lines =
                fx.call(
                        () ->
                                sheet.lookupAll(".copy-line-text").stream()
                                        .map(it -> ((TextField) it).getText())
                                        .toList());
        assertEquals(
                List.of(
                        "sudo apt-get install python3 python3-venv",
                        "https://www.python.org/downloads/"),
                lines);
        assertTrue(fx.call(() -> button(sheet, "make").isDisabled()));
    }

    @Test
    void whatIsTypedIsWhatIsMadeAndStoppedByEscape(Fx fx) {
        Locale.setDefault(Locale.ENGLISH);
        var model = fx.call(() -> new NewEnvironmentPane(machine));
        var sheet = fx.prepare(() -> NewEnvironmentSheet.of(model, _ -> {}));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> ((TextField) sheet.lookup(".environment-name")).setText("stats"));
        fx.run(() -> ((TextArea) sheet.lookup(".environment-packages")).setText("numpy\nbad one"));
        fx.run(() -> ((TextArea) sheet.lookup(".environment-packages")).setText("numpy\n-x"));
        assertTrue(fx.call(() -> button(sheet, "make").isDisabled()));
        assertTrue(words(fx, sheet).contains("These lines are no packages: -x"));
        fx.run(() -> ((TextArea) sheet.lookup(".environment-packages")).setText("numpy<2"));
        assertTrue(words(fx, sheet).contains("pip install --no-input"));
        fx.run(() -> press(sheet, "make"));

        var order = machine.made.getFirst();
        assertEquals(Path.of("/w/project/stats").toAbsolutePath(), order.folder());
        assertEquals(
                new Maker.Venv(Path.of("/usr/bin/python3"), List.of("numpy<2")), order.maker());
        fx.run(() -> press(sheet, "stop"));
        assertEquals(1, machine.cancelled);
        fx.run(() -> machine.tell(new Progress.Cancelled()));
        assertFalse(fx.call(() -> button(sheet, "make").isDisabled()));
    }

    @Test
    void anotherFileIsChosenWithTheSystemsDialog(Fx fx) {
        machine.read.put(YAML, new Outcome.Read(list()));
        var model = fx.call(() -> new NewEnvironmentPane(machine));
        var sheet = fx.prepare(() -> NewEnvironmentSheet.of(model, then -> then.accept(YAML)));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> choose(sheet, Texts.of("environment").get("from.file")));

        assertTrue(words(fx, sheet).contains("cudatoolkit"));
        assertEquals(
                "torch",
                fx.call(() -> ((TextArea) sheet.lookup(".environment-packages")).getText()));
    }

    private static PackageList list() {
        return new PackageList(
                YAML,
                Form.CONDA,
                List.of("torch"),
                List.of(
                        new LeftOut("cudatoolkit=11.8", Reason.NOT_PYTHON),
                        new LeftOut("conda-forge", Reason.CHANNEL)),
                "3.11");
    }

    private static String words(Fx fx, Sheet sheet) {
        return fx.call(
                () ->
                        String.join(
                                "\n",
                                sheet.lookupAll(".label").stream()
                                        .filter(Label.class::isInstance)
                                        .filter(it -> it.isVisible())
                                        .map(it -> ((Label) it).getText())
                                        .toList()));
    }

    private static void choose(Sheet sheet, String text) {
        sheet.lookupAll(".environment-option").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no choice " + text))
                .fire();
    }

    private static Button button(Sheet sheet, String key) {
        var text = Texts.of("environment").get(key);
        return sheet.lookupAll(".sheet-button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    private static void press(Sheet sheet, String key) {
        button(sheet, key).fire();
    }
}
