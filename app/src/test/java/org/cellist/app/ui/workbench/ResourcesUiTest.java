package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocument.code;
import static org.cellist.app.ui.workbench.FakeDocument.notebookOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.FakeAccelerators;
import org.cellist.app.ui.runtime.FakeHosts;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Resources.Age;
import org.cellist.app.ui.workbench.port.Resources.Look;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.cellist.kernel.runtime.MachineLoad;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;
import org.cellist.kernel.runtime.accelerator.GpuLook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The picker's GPUs, the pane of resources and what it tells, also as pictures.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ResourcesUiTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path NOTEBOOK = FakeDocuments.path("sales_forecast.ipynb");
    private static final long GIGABYTE = 1L << 30;
    private static final Place ON_BOX = new Place.OnHost(FakeHosts.host("gpu-box"));

    private static final List<Notice> NOTICES =
            List.of(
                    new Notice.MemoryLow("", GIGABYTE, 64 * GIGABYTE, 40 * GIGABYTE),
                    new Notice.NoAccelerator("GPU T4"));

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final ScriptedPrompts prompts = new ScriptedPrompts();
    private final WorkbenchViewModel model = new WindowSet(documents).add();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,ENGLISH", "DARK,KOREAN"})
    void resourcesAreShownAndGpusChosenAndFreed(Theme theme, Language language, Fx fx) {
        Locale.setDefault(language.locale());
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language.locale() + ".png";
        var document = documents.notebook("sales_forecast.ipynb");
        document.set(notebookOf(code("a", "model.fit(x, y)")));
        document.place = new Place.Here();
        document.set(document.with(new RuntimeState.Busy("Python 3.12")));
        document.runtimes.accelerators = new FakeAccelerators();
        busy(documents.resources);
        var view = fx.prepare(() -> view(language));
        var stage = fx.show(view, 1360, 860, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(NOTEBOOK)));

        fx.run(() -> memoryButton(view).fire());
        fx.run(
                () ->
                        document.set(
                                document.with(new RuntimeState.Busy("Python 3.12")).with(NOTICES)));
        draw(fx, stage, "resources" + suffix);
        fx.run(() -> ((Button) view.lookup(".resources-use .pane-button")).fire());
        assertEquals(List.of("gpu sales_forecast.ipynb"), prompts.questions);

        fx.run(view::chooseRuntime);
        fx.settle();
        fx.run(() -> ((CheckBox) view.lookup(".accelerator-gpu .check-box")).fire());
        draw(fx, stage, "gpus" + suffix);
        assertTrue(((CheckBox) view.lookup(".accelerator-gpu .check-box")).isSelected());
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,ENGLISH", "DARK,KOREAN"})
    void machinesElsewhereHaveASectionAndTheChipAMeter(Theme theme, Language language, Fx fx) {
        Locale.setDefault(language.locale());
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language.locale() + ".png";
        var document = documents.notebook("sales_forecast.ipynb");
        document.set(notebookOf(code("a", "model.fit(x, y)")));
        document.place = ON_BOX;
        document.set(document.with(new RuntimeState.Idle("Python 3.12 · gpu-box")));
        elsewhere(documents.resources);
        var view = fx.prepare(() -> view(language));
        var stage = fx.show(view, 1360, 860, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(NOTEBOOK)));

        fx.run(() -> memoryButton(view).fire());
        draw(fx, stage, "resources-elsewhere" + suffix);

        assertEquals(
                List.of("gpu-box", "127.0.0.1:8899"),
                labels(view, ".resources-place").subList(0, 2));
        var chip = (Label) view.lookup(".runtime-chip-accelerator");
        assertTrue(chip.getText().contains("H200"), chip.getText());
        var meter = view.lookup(".runtime-chip .meter");
        assertTrue(meter.isVisible());
        fx.run(() -> ((Button) view.lookup(".resources-use .pane-button")).fire());
        assertEquals(List.of("gpu sales_forecast.ipynb"), prompts.questions);

        var before = view.lookup(".resources-use .pane-button");
        fx.run(() -> memoryButton(view).fire()); // which closes the pane
        fx.run(() -> memoryButton(view).fire());
        assertSame(before, view.lookup(".resources-use .pane-button"));

        var scroll = (ScrollPane) view.lookup(".resources-scroll");
        fx.run(() -> scroll.setVvalue(1));
        document.place = new Place.OnServer(FakeServers.address("http://127.0.0.1:8899/"));
        fx.run(() -> memoryButton(view).fire());
        fx.run(() -> memoryButton(view).fire());
        assertEquals("127.0.0.1:8899", labels(view, ".resources-place").getFirst());
        assertEquals(0, scroll.getVvalue());

        fx.run(() -> documents.resources.watched(ON_BOX).set(null));
        assertFalse(meter.isVisible());
        fx.run(() -> document.accelerator = new AcceleratorChoice.Cpu());
        fx.run(() -> document.set(document.with(new RuntimeState.Busy("Python 3.12"))));
        assertTrue(chip.getText().startsWith("CPU"), chip.getText());
    }

    private static List<String> labels(WorkbenchView view, String selector) {
        return view.lookupAll(selector).stream().map(it -> ((Label) it).getText()).toList();
    }

    private static void elsewhere(FakeResources resources) {
        var gpus = Objects.requireNonNull(FakeHosts.LISTING.gpus());
        resources.places.clear();
        resources.watch(ON_BOX, 75, gpus);
        resources.add(
                ON_BOX,
                new Look.Known(
                        new MachineLoad(
                                0.31,
                                48,
                                512 * GIGABYTE,
                                128 * GIGABYTE,
                                4000 * GIGABYTE,
                                900 * GIGABYTE),
                        gpus,
                        List.of(
                                new Use(
                                        "s-1",
                                        NOTEBOOK,
                                        "sales_forecast.ipynb",
                                        300 * GIGABYTE,
                                        70 * GIGABYTE,
                                        true),
                                new Use("t-1", null, "training.ipynb", GIGABYTE, 0, false)),
                        Age.NOW));
        resources.add(
                new Place.OnServer(FakeServers.address("http://127.0.0.1:8899/")),
                new Look.Known(
                        new MachineLoad(
                                0.05, 2, 4 * GIGABYTE, GIGABYTE, 20 * GIGABYTE, 9 * GIGABYTE),
                        GpuLook.NONE,
                        List.of(new Use("b", null, "b.ipynb", GIGABYTE, 0, true)),
                        Age.BEFORE_THIS_RUN));
        resources.add(
                new Place.OnServer(FakeServers.address("https://hub.example.org/user/ada/")),
                new Look.Unknown(Texts.of("resources").get("there.busy")));
    }

    private WorkbenchView view(Language language) {
        return new WorkbenchView(
                model,
                new ContentsViewModel(Runnable::run, Runnable::run),
                new Choices(language, false, true),
                TestSnippets.none(),
                prompts);
    }

    private static void busy(FakeResources resources) {
        resources.watch(new Place.Here(), 75, resources.gpus);
        resources.uses =
                List.of(
                        new Use("a", NOTEBOOK, "", 40 * GIGABYTE, 22 * GIGABYTE, true),
                        new Use("b", null, "", GIGABYTE / 2, 0, true));
    }

    private static Button memoryButton(WorkbenchView view) {
        return view.lookupAll(".status-zoom").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().contains("75"))
                .findFirst()
                .orElseThrow();
    }

    private static void draw(Fx fx, Stage stage, String name) {
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve(name));
    }
}
