package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
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
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.Container.Engine;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.cellist.kernel.runtime.host.WslDistribution;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Containers and distributions of this machine in the picker, as a person sees and enters them.
@Tag("ui")
@ExtendWith(FxExtension.class)
class NearbyPickerUiTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HostAddress LAB = new Container(Engine.DOCKER, "lab");
    private static final HostAddress DB = new Container(Engine.PODMAN, "db");
    private static final HostAddress UBUNTU = new WslDistribution("Ubuntu-22.04");
    private static final NearbyHosts NEARBY =
            new NearbyHosts(
                    List.of(
                            new NearbyHost(LAB, "python:3.12-slim", "running", true),
                            new NearbyHost(DB, "postgres:17", "exited", false),
                            new NearbyHost(UBUNTU, "", "Stopped", true)),
                    List.of(Engine.PODMAN));

    private final Locale before = Locale.getDefault();
    private final FakeHosts source = new FakeHosts();
    private final List<KernelRuntime> attached = new ArrayList<>();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void containersAreDrawn(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        source.nearby = NEARBY;
        source.known.put(DB, new HostAnswer.Given<>(FakeHosts.LISTING));
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";
        until(fx, () -> !model.searchingProperty().get());

        fx.run(() -> model.select(row(model, LAB.uri())));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("containers" + suffix));
        fx.run(() -> model.select(row(model, DB.uri())));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("container-stopped" + suffix));

        assertInstanceOf(RuntimeRow.State.HostTrouble.class, row(model, DB.uri()).state());
        assertInstanceOf(RuntimeRow.State.Closed.class, row(model, UBUNTU.uri()).state());
        assertInstanceOf(RuntimeRow.State.Unusable.class, row(model, "engine podman").state());
    }

    @Test
    void oneIsEnteredOnlyWhenAPersonSaysSoAndKeptUntilItIsGone(Fx fx) {
        source.nearby = NEARBY;
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);
        until(fx, () -> !model.searchingProperty().get());
        assertEquals(List.of(), source.hosts());
        assertFalse(model.rows().stream().anyMatch(it -> it.key().equals(DB.uri())));
        source.isOpenToAll = true;

        fx.run(() -> model.select(row(model, LAB.uri())));
        fx.run(() -> press(sheet, "nearby.enter"));
        until(fx, () -> isMachine(model.selectedProperty().get()));
        assertEquals(List.of(LAB), source.hosts());
        fx.run(() -> press(sheet, "picker.attach"));

        var inside = assertInstanceOf(KernelRuntime.OnHost.class, attached.getFirst());
        assertEquals(LAB, inside.host());

        source.nearby = NearbyHosts.NONE;
        fx.run(model::lookAgain);
        until(
                fx,
                () ->
                        model.rows().stream()
                                .noneMatch(it -> it.place() instanceof RuntimeRow.Place.Machine));
        assertEquals(List.of(LAB), source.hosts());
    }

    private static RuntimeRow row(PickerViewModel model, String key) {
        return model.rows().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
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
