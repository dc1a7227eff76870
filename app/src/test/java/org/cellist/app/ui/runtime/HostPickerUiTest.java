package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.runtime.colab.FakeColabSource;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Machines over SSH in the picker, as a person sees, adds and answers them.
@Tag("ui")
@ExtendWith(FxExtension.class)
class HostPickerUiTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Locale before = Locale.getDefault();
    private final FakeHosts source = new FakeHosts();
    private final List<KernelRuntime> attached = new ArrayList<>();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void machinesTheirTroublesAndTheirQuestionsAreDrawn(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        source.known.put(FakeHosts.host("lab"), new HostAnswer.Given<>(FakeHosts.LISTING));
        source.known.put(FakeHosts.host("bare"), new HostAnswer.Given<>(FakeHosts.BARE));
        source.known.put(
                FakeHosts.host("ada@old"),
                new HostAnswer.Refused<>(
                        new HostProblem.KeyChanged(
                                "old",
                                "SHA256:2nq0wTTZ7rYJm5bq3uUq5b0m3dQmJrX1sHn3wS7dN8p",
                                "/home/ada/.ssh/known_hosts",
                                7)));
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";
        until(fx, () -> !model.searchingProperty().get());

        fx.run(() -> model.select(model.rows().getLast()));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("hosts" + suffix));
        fx.run(() -> press(sheet, "picker.host"));
        until(fx, () -> sheet.lookup(".host-suggestions") != null);
        fx.snapshot(stage, PICTURES.resolve("host-add" + suffix));
        fx.run(() -> field(sheet, ".host-name").setText("ada@gpu-box"));
        fx.run(() -> press(sheet, "host.connect"));
        until(fx, () -> isThere(sheet, "host.trust"));
        fx.snapshot(stage, PICTURES.resolve("host-key" + suffix));
        fx.run(() -> press(sheet, "host.trust"));
        until(fx, () -> isThere(sheet, "host.answer"));
        fx.run(() -> field(sheet, ".host-answer").setText("wrong"));
        fx.run(() -> press(sheet, "host.answer"));
        until(fx, () -> words(sheet).contains(Texts.of("runtime").get("host.again")));
        fx.snapshot(stage, PICTURES.resolve("host-password" + suffix));

        assertEquals("", fx.call(() -> field(sheet, ".host-answer").getText()));
    }

    @Test
    void aMachineIsAddedAfterItsQuestionsAndItsKernelAttached(Fx fx) {
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> press(sheet, "picker.host"));
        fx.run(() -> field(sheet, ".host-name").setText("-oProxyCommand=x"));
        fx.run(() -> press(sheet, "host.connect"));
        assertTrue(fx.call(() -> words(sheet)).contains(Texts.of("runtime").get("host.noname")));
        fx.run(() -> field(sheet, ".host-name").setText("gpu-box"));
        fx.run(() -> press(sheet, "host.connect"));
        until(fx, () -> isThere(sheet, "host.distrust"));
        fx.run(() -> press(sheet, "host.distrust"));
        until(fx, () -> isThere(sheet, "host.connect"));
        assertEquals(List.of(), source.hosts());

        fx.run(() -> press(sheet, "host.connect"));
        until(fx, () -> isThere(sheet, "host.trust"));
        fx.run(() -> press(sheet, "host.trust"));
        until(fx, () -> isThere(sheet, "host.answer"));
        fx.run(() -> field(sheet, ".host-answer").setText("right"));
        fx.run(() -> press(sheet, "host.answer"));
        until(fx, () -> isMachine(model.selectedProperty().get()));
        fx.run(() -> press(sheet, "picker.attach"));

        var ssh = assertInstanceOf(KernelRuntime.OnHost.class, attached.getFirst());
        assertEquals(FakeHosts.host("gpu-box"), ssh.host());
        assertEquals(FakeHosts.PYTHON, ssh.kernelspec());
    }

    @Test
    void aKernelPackageIsInstalledAfterConsent(Fx fx) {
        source.known.put(FakeHosts.host("bare"), new HostAnswer.Given<>(FakeHosts.BARE));
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);
        until(fx, () -> !model.searchingProperty().get());
        fx.run(() -> model.select(model.rows().getLast()));
        assertEquals(List.of(), source.asked);

        fx.run(() -> press(sheet, "advice.install"));
        until(fx, () -> model.rows().stream().anyMatch(it -> it.key().startsWith("python3@")));

        assertEquals(List.of("install bare"), source.asked);
    }

    private RuntimeChoices runtimes() {
        var fx = new FxExecutor();
        return new AllRuntimes(
                new FakeRuntimes(),
                new HostRuntimes(
                        source, null, attached::add, task -> Thread.ofVirtual().start(task), fx),
                new ServerRuntimes(
                        new FakeServers(new ServerLogin.None()),
                        null,
                        attached::add,
                        Runnable::run,
                        Runnable::run),
                FakeColabSource.choices(new FakeColabSource()));
    }

    private static void until(Fx fx, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fx.call(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < end, "not in " + PATIENCE);
            fx.settle();
        }
    }

    private static boolean isMachine(@Nullable RuntimeRow row) {
        return row != null
                && row.place() instanceof RuntimeRow.Place.Machine
                && row.state() instanceof RuntimeRow.State.Ready;
    }

    private static String words(Sheet sheet) {
        return String.join(
                "\n",
                sheet.lookupAll(".label").stream()
                        .filter(Label.class::isInstance)
                        .map(it -> ((Label) it).getText())
                        .toList());
    }

    private static TextField field(Sheet sheet, String selector) {
        return (TextField) sheet.lookup(selector);
    }

    private static boolean isThere(Sheet sheet, String key) {
        var text = Texts.of("runtime").get(key);
        return sheet.lookupAll(".sheet-button").stream()
                .map(Button.class::cast)
                .anyMatch(button -> button.getText().equals(text) && !button.isDisabled());
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
