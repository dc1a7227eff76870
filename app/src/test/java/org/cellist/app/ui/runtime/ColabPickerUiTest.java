package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.colab.ColabChoices;
import org.cellist.app.ui.runtime.colab.FakeColabSource;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ServerLogin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Colab in the picker, as a person signs in, gets machines and gives them back.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ColabPickerUiTest {

    private static final double WIDTH = 900;
    private static final double HEIGHT = 900;
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Locale before = Locale.getDefault();
    private final FakeColabSource source = new FakeColabSource();
    private final FakeRuntimes local = new FakeRuntimes();
    private final List<KernelRuntime> attached = new ArrayList<>();
    private final List<ColabMachine> machines = new ArrayList<>();
    private Executor background = Runnable::run;
    private @Nullable ColabMachine wanted;

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,en", "DARK,ko"})
    void machinesAndTroublesAreDrawn(Theme theme, String language, Fx fx) {
        Locale.setDefault(Locale.forLanguageTag(language));
        source.isOn = true;
        source.isSignedIn = false;
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        var stage =
                fx.show(sheet, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";

        fx.run(() -> model.select(model.rows().getLast()));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("colab-signin" + suffix));
        source.runtimes.add(FakeColabSource.runtime(FakeColabSource.T4));
        fx.run(() -> press(sheet, "signin"));
        fx.run(() -> model.select(offer(model, "T4")));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("colab-machines" + suffix));
        fx.run(() -> model.select(kernel(model)));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("colab-runtime" + suffix));
        source.assignProblem = new ColabProblem.Unavailable("T4");
        fx.run(() -> model.select(offer(model, "T4")));
        fx.run(() -> press(sheet, "machine.get"));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("colab-unavailable" + suffix));
        fx.run(() -> press(sheet, "back"));
        background = _ -> {};
        fx.run(() -> press(sheet, "machine.get"));
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve("colab-asking" + suffix));

        assertTrue(fx.call(() -> sheet.lookup(".progress-bar") != null));
    }

    @Test
    void nobodyIsAskedWhileColabIsNotConfigured(Fx fx) {
        var model = fx.call(() -> new PickerViewModel(runtimes()));

        assertEquals(List.of(), source.asked);
        assertFalse(fx.call(() -> model.rows().stream().anyMatch(ColabPickerUiTest::isColabs)));
    }

    @Test
    void aMachineIsGotAttachedAndGivenBack(Fx fx) {
        source.isOn = true;
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        assertFalse(fx.call(model::attach), "a machine that is not there was attached");
        fx.run(() -> box(sheet).setSelected(true));
        fx.run(() -> press(sheet, "machine.get"));
        assertTrue(
                fx.call(() -> model.selectedProperty().get().place() instanceof Place.OnColab),
                "the new machine is not selected");
        assertTrue(fx.call(model::attach));
        fx.run(() -> press(sheet, "runtime.release"));

        assertTrue(attached.getFirst() instanceof KernelRuntime.JupyterServer);
        assertEquals(List.of(FakeColabSource.T4.large(true)), machines);
        assertEquals(List.of("assign T4 large", "release gpu-t4-s-1"), changes());
        assertFalse(fx.call(() -> model.rows().stream().anyMatch(it -> isOnColab(it))));
    }

    /// The notebook goes on asking for a T4 until it runs on something else.
    @Test
    void aMachineThatIsNotFreeIsReplacedByAnotherWithOneButton(Fx fx) {
        source.isOn = true;
        wanted = FakeColabSource.T4.large(true);
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        source.assignProblem = new ColabProblem.Unavailable("T4");
        fx.run(() -> press(sheet, "machine.get"));
        assertEquals(
                List.of("Get T4 GPU", "Get V5E1 TPU", "Get CPU"),
                fx.call(() -> offered(sheet)),
                "what the account may not have is offered, or what it may is not");
        fx.run(() -> pressText(sheet, "Get V5E1 TPU"));
        assertEquals(List.of("Get T4 GPU", "Get CPU"), fx.call(() -> offered(sheet)));
        assertEquals(List.of(), machines, "the notebook was told of a machine that is not there");
        source.assignProblem = null;
        fx.run(() -> pressText(sheet, "Get CPU"));

        assertEquals(List.of("assign T4 large", "assign V5E1", "assign "), changes());
        assertEquals(List.of(), machines);
        assertTrue(fx.call(model::attach));
        assertEquals(List.of(ColabMachine.CPU), machines);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatHelpsAfterARefusalIsOffered(ColabProblem problem, List<String> buttons, Fx fx) {
        source.isOn = true;
        source.runtimes.add(FakeColabSource.runtime(ColabMachine.CPU));
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        source.assignProblem = problem;
        fx.run(() -> press(sheet, "machine.get"));

        assertEquals(buttons, fx.call(() -> offered(sheet)));
    }

    static Stream<Arguments> refusals() {
        var others = List.of("Get V5E1 TPU", "Get CPU");
        return Stream.of(
                Arguments.of(new ColabProblem.Unavailable("T4"), others),
                Arguments.of(new ColabProblem.QuotaDenied(), others),
                Arguments.of(new ColabProblem.TimeExceeded(), others),
                Arguments.of(new ColabProblem.TooMany(), List.of("Go to CPU")),
                Arguments.of(new ColabProblem.Denylisted(), List.of()),
                Arguments.of(new ColabProblem.CaptchaWanted(), List.of()));
    }

    @Test
    void aMachineThatFillsTheAllowanceCanBeUsedInstead(Fx fx) {
        source.isOn = true;
        source.runtimes.add(FakeColabSource.runtime(ColabMachine.CPU));
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        source.assignProblem = new ColabProblem.TooMany();
        fx.run(() -> press(sheet, "machine.get"));
        fx.run(() -> pressText(sheet, "Go to CPU"));

        assertTrue(fx.call(() -> isOnColab(model.selectedProperty().get())));
    }

    @Test
    void aCaptchaIsAnsweredByAPersonInTheBrowserAndThenTriedAgain(Fx fx) {
        source.isOn = true;
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        source.assignProblem = new ColabProblem.CaptchaWanted();
        fx.run(() -> press(sheet, "machine.get"));
        fx.run(() -> press(sheet, "browser"));
        source.assignProblem = null;
        fx.run(() -> press(sheet, "again"));

        assertEquals(List.of("assign T4", "browser", "assign T4"), changes());
    }

    @Test
    void whatTheNotebookAsksForStandsFirst(Fx fx) {
        source.isOn = true;
        wanted = new ColabMachine(ColabMachine.Kind.TPU, "V5E1", false);

        var model = fx.call(() -> new PickerViewModel(runtimes()));

        var first =
                fx.call(() -> model.rows().stream().filter(ColabPickerUiTest::isColabs).toList());
        assertEquals("V5E1 TPU", first.getFirst().name());
        assertTrue(first.getLast().state() instanceof State.Unusable, "A100 may not be had");
    }

    @Test
    void theMemoryThatTheNotebookAsksForIsChosen(Fx fx) {
        source.isOn = true;
        wanted = FakeColabSource.T4.large(true);
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        fx.run(() -> press(sheet, "machine.get"));

        assertEquals(List.of("assign T4 large"), changes());
    }

    @Test
    void whatIsNotToldOfAnAccountIsSaid(Fx fx) {
        source.isOn = true;
        source.tellsAccount = false;
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "H100")));

        assertTrue(fx.call(() -> says(sheet, Texts.of("colab").get("units.unknown"))));
    }

    @Test
    void signingOutAsksForASignIn(Fx fx) {
        source.isOn = true;
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        fx.run(() -> press(sheet, "signin.out"));
        var row = fx.call(() -> model.rows().getLast());
        fx.run(() -> model.select(row));
        fx.run(() -> press(sheet, "signin"));

        assertTrue(row.state() instanceof State.Trouble);
        assertTrue(
                fx.call(() -> model.selectedProperty().get().state() instanceof State.OnRequest),
                "nothing is selected that could be got");
    }

    @Test
    void anAnswerThatNobodyWaitsForAnyMoreStandsInTheList(Fx fx) {
        source.isOn = true;
        var held = new ArrayList<Runnable>();
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        background = held::add;
        fx.run(() -> press(sheet, "machine.get"));
        fx.run(() -> press(sheet, "back"));
        background = Runnable::run;
        fx.run(() -> held.getFirst().run());

        assertTrue(fx.call(() -> model.rows().stream().anyMatch(it -> isOnColab(it))));
        assertTrue(fx.call(() -> model.selectedProperty().get().place() instanceof Place.Colab));
    }

    /// Rows of this computer may come later than the machine, and push it out of sight.
    @Test
    void aMachineThatWasGotIsInSightWhenAllRowsAreThere(Fx fx) {
        source.isOn = true;
        for (int i = 0; i < 20; i++) {
            local.rows.add(row(i));
        }
        var model = fx.call(() -> new PickerViewModel(runtimes()));
        var sheet = fx.prepare(() -> PickerSheet.of(model));
        fx.show(sheet, WIDTH, HEIGHT);

        fx.run(() -> model.select(offer(model, "T4")));
        var late = new ArrayList<Runnable>();
        local.background = late::add;
        fx.run(() -> press(sheet, "machine.get"));
        fx.settle();
        fx.run(() -> late.forEach(Runnable::run));
        fx.settle();

        assertTrue(fx.call(() -> isInSight(sheet, model.selectedProperty().get())));
    }

    private static RuntimeRow row(int number) {
        return new RuntimeRow(
                "more " + number,
                "Python 3.12",
                new RuntimeRow.Origin.Venv("more"),
                "/more/" + number,
                new State.Ready());
    }

    private static boolean isInSight(Sheet sheet, RuntimeRow row) {
        var view =
                sheet.lookupAll(".runtime-row").stream()
                        .filter(it -> it instanceof RuntimeRowView found && found.row().equals(row))
                        .findFirst()
                        .orElseThrow();
        var list = sheet.lookup(".runtime-scroll");
        return list.localToScene(list.getLayoutBounds())
                .contains(view.localToScene(view.getLayoutBounds()));
    }

    private List<String> changes() {
        return source.asked.stream().filter(it -> !it.equals("look")).toList();
    }

    private static boolean isColabs(RuntimeRow row) {
        return row.place() instanceof Place.Colab || isOnColab(row);
    }

    private static boolean isOnColab(RuntimeRow row) {
        return row.place() instanceof Place.OnColab;
    }

    private static RuntimeRow offer(PickerViewModel model, String name) {
        return model.rows().stream()
                .filter(it -> it.place() instanceof Place.Colab && it.name().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static RuntimeRow kernel(PickerViewModel model) {
        return model.rows().stream()
                .filter(it -> it.origin() instanceof RuntimeRow.Origin.RunningKernel)
                .findFirst()
                .orElseThrow();
    }

    private static CheckBox box(Sheet sheet) {
        return (CheckBox) sheet.lookup(".check-box");
    }

    private static boolean says(Sheet sheet, String words) {
        return sheet.lookupAll(".label").stream()
                .anyMatch(it -> it instanceof Labeled label && label.getText().equals(words));
    }

    private RuntimeChoices runtimes() {
        return new AllRuntimes(
                local,
                new HostRuntimes(
                        new FakeHosts(), null, attached::add, Runnable::run, Runnable::run),
                new ServerRuntimes(
                        new FakeServers(new ServerLogin.None()),
                        null,
                        attached::add,
                        Runnable::run,
                        Runnable::run),
                new ColabChoices(
                        source,
                        null,
                        wanted,
                        (runtime, machine) -> {
                            attached.add(runtime);
                            machines.add(machine);
                        },
                        task -> background.execute(task),
                        Runnable::run));
    }

    /// Returns the machines that stand where the refusal is said.
    private static List<String> offered(Sheet sheet) {
        return sheet.lookupAll(".colab-instead .sheet-button").stream()
                .map(it -> ((Button) it).getText())
                .toList();
    }

    private static void press(Sheet sheet, String key) {
        pressText(sheet, Texts.of("colab").get(key));
    }

    private static void pressText(Sheet sheet, String text) {
        sheet.lookupAll(".sheet-button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text))
                .fire();
    }
}
