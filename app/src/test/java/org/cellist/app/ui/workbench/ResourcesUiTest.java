package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocument.code;
import static org.cellist.app.ui.workbench.FakeDocument.notebookOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.cellist.app.ui.runtime.FakeAccelerators;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.port.Resources.Use;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.cellist.kernel.runtime.MachineLoad;
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

    private static final List<Notice> NOTICES =
            List.of(
                    new Notice.MemoryLow(GIGABYTE, 64 * GIGABYTE, 40 * GIGABYTE),
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

    private WorkbenchView view(Language language) {
        return new WorkbenchView(
                model,
                new ContentsViewModel(Runnable::run, Runnable::run),
                new Choices(language, false, true),
                TestSnippets.none(),
                prompts);
    }

    private static void busy(FakeResources resources) {
        resources.memory.set(new MachineLoad(-1, -1, 64 * GIGABYTE, 16 * GIGABYTE, -1, -1));
        resources.uses =
                List.of(
                        new Use("a", NOTEBOOK, 40 * GIGABYTE, 22 * GIGABYTE, true),
                        new Use("b", null, GIGABYTE / 2, 0, true));
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
