package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.colab.FakeColabSource;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Jupyter servers in the picker, as a person sees and adds them.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ServerPickerUiTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Locale before = Locale.getDefault();
    private final FakeServers source = new FakeServers(new ServerLogin.Token("good"));
    private Executor background = Runnable::run;
    private final List<KernelRuntime> attached = new ArrayList<>();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void serversAndTheirTroublesAreDrawn(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        source.known.put(
                FakeServers.address("https://gpu-box:8888/"),
                new ServerAnswer.Given<>(FakeServers.LISTING));
        source.known.put(
                FakeServers.address("https://hub.example/user/ada/"),
                new ServerAnswer.Refused<>(new ServerProblem.NotRunning()));
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";

        fx.run(() -> model.select(model.rows().getLast()));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("servers" + suffix));
        fx.run(() -> model.select(model.rows().get(model.rows().size() - 2)));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("server-kernel" + suffix));
        fx.run(() -> model.select(model.rows().getLast()));
        background = _ -> {};
        fx.run(() -> press(sheet, "hub.start"));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("hub-starting" + suffix));
        fx.run(() -> press(sheet, "server.back"));
        background = Runnable::run;
        source.startProblem = new ServerProblem.NotStarted("No node has 2 GPUs free");
        fx.run(() -> press(sheet, "hub.start"));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("hub-notstarted" + suffix));
        fx.run(() -> press(sheet, "server.back"));
        fx.run(() -> press(sheet, "picker.server"));
        fx.run(() -> address(sheet).setText("http://gpu.example:8888/lab?token=good"));
        fx.run(() -> press(sheet, "server.connect"));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("server-add" + suffix));

        assertEquals("http://gpu.example:8888/", address(sheet).getText());
    }

    @Test
    void aServerIsAddedAndItsKernelAttached(Fx fx) {
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> press(sheet, "picker.server"));
        fx.run(() -> address(sheet).setText("http://localhost:8888/lab?token=good"));
        assertEquals("http://localhost:8888/", fx.call(() -> address(sheet).getText()));
        fx.run(() -> press(sheet, "server.connect"));
        fx.run(() -> press(sheet, "picker.attach"));

        assertEquals("Python 3 (ipykernel)", attached.getFirst().displayName());
        assertTrue(attached.getFirst() instanceof KernelRuntime.JupyterServer);
    }

    @Test
    void aRowThatIsSelectedIsBroughtToSightAndThenLeftAlone(Fx fx) {
        for (int i = 10; i < 30; i++) {
            source.known.put(
                    FakeServers.address("https://hub-" + i + ".example/user/ada/"),
                    new ServerAnswer.Refused<>(new ServerProblem.NotRunning()));
        }
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(model.rows().getLast()));
        fx.settle();
        assertTrue(fx.call(() -> isInSight(sheet, model.rows().getLast())));

        fx.run(() -> scroll(sheet).setVvalue(0));
        fx.run(() -> model.lookAgain());
        fx.settle();
        assertEquals(0, fx.call(() -> scroll(sheet).getVvalue()));
    }

    private static ScrollPane scroll(Sheet sheet) {
        return (ScrollPane) sheet.lookup(".runtime-scroll");
    }

    private static boolean isInSight(Sheet sheet, RuntimeRow row) {
        var view =
                sheet.lookupAll(".runtime-row").stream()
                        .filter(it -> it instanceof RuntimeRowView found && found.row().equals(row))
                        .findFirst()
                        .orElseThrow();
        var list = scroll(sheet);
        return list.localToScene(list.getLayoutBounds())
                .contains(view.localToScene(view.getLayoutBounds()));
    }

    private RuntimeChoices runtimes() {
        return new AllRuntimes(
                new FakeRuntimes(),
                new HostRuntimes(
                        new FakeHosts(), null, attached::add, Runnable::run, Runnable::run),
                new ServerRuntimes(
                        source,
                        null,
                        attached::add,
                        task -> background.execute(task),
                        Runnable::run),
                FakeColabSource.choices(new FakeColabSource()));
    }

    private static TextInputControl address(Sheet sheet) {
        return (TextField) sheet.lookup(".server-address");
    }

    private static void press(Sheet sheet, String key) {
        var text = Texts.of("runtime").get(key);
        sheet.lookupAll(".sheet-button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text))
                .fire();
    }
}
