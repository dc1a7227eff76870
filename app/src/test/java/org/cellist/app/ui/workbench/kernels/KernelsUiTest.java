package org.cellist.app.ui.workbench.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.cellist.app.ui.workbench.kernels.KernelsRow.KernelRow;
import org.cellist.app.ui.workbench.port.LentMachines;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.RunningKernels;
import org.cellist.app.ui.workbench.port.RunningKernels.Entry;
import org.cellist.app.ui.workbench.port.RunningKernels.Look;
import org.cellist.app.ui.workbench.port.RunningKernels.Work;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The pane of running kernels, as a person sees it.
@Tag("ui")
@ExtendWith(FxExtension.class)
class KernelsUiTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final Place BOX = new Place.OnHost(SshHost.parse("gpu-box").orElseThrow());
    private static final Place LAB =
            new Place.OnServer(
                    ServerAddress.parse("https://lab.example.org").orElseThrow().address());
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Fx fx;
    private final Locale before = Locale.getDefault();
    private final List<Entry> entries = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final List<LentMachines.Lent> machines = new ArrayList<>();
    private String trouble = "";
    private Node shown = new Region();

    KernelsUiTest(Fx fx) {
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

    private final class Ways implements KernelsViewModel.Ways {

        @Override
        public void open(Path notebook) {
            done.add("open " + notebook);
        }

        @Override
        public void join(ServerAddress server, String kernel) {
            done.add("join " + kernel);
        }
    }

    private final class PlayedMachines implements LentMachines {

        @Override
        public boolean isOn() {
            return true;
        }

        @Override
        public List<Lent> known() {
            return machines;
        }

        @Override
        public void look(Consumer<String> then) {
            then.accept("");
        }

        @Override
        public void giveBack(Lent machine, Consumer<String> then) {
            done.add("give back " + machine.id());
            then.accept("");
        }
    }

    /// Kernels that a test names.
    private final class Played implements RunningKernels {

        @Override
        public LentMachines lent() {
            return new PlayedMachines();
        }

        @Override
        public List<Place> places() {
            return List.of(new Place.Here(), BOX, LAB);
        }

        @Override
        public void look(Place place, Consumer<Look> then) {
            then.accept(
                    place.equals(LAB) && !trouble.isEmpty()
                            ? new Look.Unknown(trouble)
                            : new Look.Known(
                                    entries.stream()
                                            .filter(it -> it.place().equals(place))
                                            .toList()));
        }

        @Override
        public void stop(Entry kernel, Runnable then) {
            done.add("stop " + kernel.id());
            then.run();
        }

        @Override
        public void restart(Entry kernel, Runnable then) {
            done.add("restart " + kernel.id());
            then.run();
        }
    }

    @Test
    void aChosenKernelStaysChosenWhileItsFiguresChange() {
        entries.add(entry(new Place.Here(), "first", 100));
        entries.add(entry(new Place.Here(), "second", 100));
        var model = show(Theme.LIGHT);
        fx.run(() -> list().getSelectionModel().select(1));

        entries.removeFirst();
        entries.set(0, entry(new Place.Here(), "second", 200));
        fx.run(model::refresh);

        assertEquals("second", fx.call(() -> chosen().kernel().id()));
        fx.run(() -> list().requestFocus());
        fx.robot().type(KeyCode.DELETE);
        assertEquals(List.of("stop second"), done);
    }

    @Test
    void onlyWhatCanBeStartedAgainIsOfferedThat() {
        entries.add(entry(new Place.Here(), "here", 100));
        entries.add(entry(BOX, "there", -1));
        show(Theme.LIGHT);

        fx.run(() -> list().getSelectionModel().select(0));
        assertTrue(fx.call(() -> button("Restart").isDisabled()));
        fx.run(() -> list().getSelectionModel().select(1));
        fx.run(() -> button("Restart").fire());

        assertEquals(List.of("restart there"), done);
    }

    @Test
    void aPlaceThatDoesNotAnswerIsToldBelowTheOthers() {
        entries.add(entry(BOX, "there", -1));
        trouble = "lab.example.org does not answer.";
        show(Theme.LIGHT);
        assertEquals(trouble, fx.call(() -> trouble().getText()));
        assertTrue(fx.call(() -> trouble().isVisible()));

        assertEquals(1, fx.call(() -> list().getItems().size()));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, ko"})
    void itCanBeDrawn(Theme theme, Locale language) {
        Locale.setDefault(language);
        IntStream.range(0, 2).forEach(i -> entries.add(entry(new Place.Here(), "k" + i, 420)));
        entries.add(entry(BOX, "there", 2900));
        trouble = language.equals(Locale.ENGLISH) ? "lab does not answer." : "lab이 응답하지 않습니다.";
        show(theme);
        fx.run(() -> list().getSelectionModel().select(2));
        fx.settle();

        var stage = fx.call(() -> (Stage) list().getScene().getWindow());
        fx.snapshot(stage, PICTURES.resolve("kernels-" + theme + ".png"));
    }

    @Test
    void aMachineIsGivenBackAndAKernelThereIsJoined() {
        machines.add(new LentMachines.Lent("t4", "Colab T4 GPU", LAB, Duration.ofMinutes(90)));
        entries.add(entry(LAB, "there", -1));
        show(Theme.LIGHT);

        fx.run(() -> list().getSelectionModel().select(0));
        assertFalse(fx.call(() -> button("Stop").isVisible()));
        fx.run(() -> button("Give back").fire());
        fx.run(() -> list().getSelectionModel().select(1));
        assertFalse(fx.call(() -> button("Give back").isVisible()));
        fx.run(() -> button("Join\u2026").fire());

        assertEquals(List.of("give back t4", "join there"), done);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, en", "DARK, ko"})
    void machinesOfColabCanBeDrawn(Theme theme, Locale language) {
        Locale.setDefault(language);
        var name = Texts.of("colab").get("lent.name", Texts.of("colab").get("kind.gpu", "T4"));
        machines.add(new LentMachines.Lent("t4", name, LAB, Duration.ofMinutes(90)));
        entries.add(entry(new Place.Here(), "here", 420));
        entries.add(entry(LAB, "there", -1));
        show(theme);
        fx.run(() -> list().getSelectionModel().select(1));
        fx.settle();

        var stage = fx.call(() -> (Stage) list().getScene().getWindow());
        fx.snapshot(stage, PICTURES.resolve("kernels-colab-" + theme + ".png"));
    }

    private KernelsViewModel show(Theme theme) {
        var model =
                fx.prepare(
                        () ->
                                new KernelsViewModel(
                                        new Played(),
                                        new Ways(),
                                        Texts.of("kernels"),
                                        Clock.fixed(NOW, ZoneOffset.UTC)));
        var view = fx.prepare(() -> new KernelsView(model));
        shown = view;
        fx.show(view, 264, 480, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        return model;
    }

    @SuppressWarnings("unchecked") // the pane has no other list
    private ListView<KernelsRow> list() {
        return (ListView<KernelsRow>) shown.lookup(".kernels-list");
    }

    private KernelRow chosen() {
        return (KernelRow) list().getSelectionModel().getSelectedItem();
    }

    private Label trouble() {
        return (Label) shown.lookup(".kernels-trouble");
    }

    private Button button(String text) {
        return shown.lookupAll(".pane-button").stream()
                .map(Button.class::cast)
                .filter(it -> it.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Entry entry(Place place, String id, long megabytes) {
        boolean isHere = place instanceof Place.Here;
        return new Entry(
                place,
                id,
                null,
                "training-" + id + ".ipynb",
                "Python 3 (ipykernel)",
                isHere ? Work.IDLE : Work.BUSY,
                megabytes < 0 ? -1 : megabytes << 20,
                -1,
                NOW.minusSeconds(7200),
                NOW.minusSeconds(600),
                isHere,
                !isHere);
    }
}
