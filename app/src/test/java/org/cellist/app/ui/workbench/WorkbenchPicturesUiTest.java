package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocument.code;
import static org.cellist.app.ui.workbench.FakeDocument.markdown;
import static org.cellist.app.ui.workbench.FakeDocument.notebookOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Document.CellProgress;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws the window's states in both themes and languages into `target/pictures`, to be looked at
/// beside the pictures of the design.
@Tag("ui")
@ExtendWith(FxExtension.class)
class WorkbenchPicturesUiTest {

    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final Path PICTURES = Path.of("target", "pictures");

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final WorkbenchViewModel model = new WindowSet(documents).add();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,ENGLISH", "DARK,KOREAN"})
    void everyStateCanBeDrawn(Theme theme, Language language, Fx fx) {
        Locale.setDefault(language.locale());
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language.locale() + ".png";
        var view = fx.prepare(() -> view(language));
        var stage = fx.show(view, WIDTH, HEIGHT, theme, WorkbenchSheets.ALL.toArray(String[]::new));

        draw(fx, stage, "start" + suffix);
        var first = forecast(language);
        documents.notebook("tour.ipynb");
        fx.run(() -> model.open(List.of(path("sales_forecast.ipynb"), path("tour.ipynb"))));
        fx.run(() -> model.activate(model.tabs().getFirst()));
        fx.await("headings were found", () -> view.lookup(".contents-row") != null);
        draw(fx, stage, "window" + suffix);

        fx.run(() -> first.set(first.withForeignChange()));
        fx.run(() -> first.set(first.with(new Access.ReadOnly("The file has a key twice."))));
        fx.run(() -> first.set(first.with(new SaveState.Failed("The disk is full."))));
        fx.run(() -> first.set(first.with(new RuntimeState.Dead("Python 3.12", "Killed"))));
        draw(fx, stage, "banners" + suffix);
        fx.run(() -> first.set(FakeDocument.SAVED));
        fx.run(
                () ->
                        first.set(
                                first.with(
                                        new RuntimeState.Disconnected(
                                                "Python 3.12 (gpu-box:8888)", Instant.now()))));
        draw(fx, stage, "disconnected" + suffix);
        fx.run(() -> first.set(FakeDocument.SAVED));

        fx.run(view::chooseRuntime);
        draw(fx, stage, "picker" + suffix);
        documents.refuse("broken.ipynb", true);
        fx.run(() -> model.open(List.of(path("broken.ipynb"))));
        fx.robot().type(KeyCode.ESCAPE);
        draw(fx, stage, "refused" + suffix);

        assertTrue(Files.exists(PICTURES.resolve("refused" + suffix)));
    }

    private WorkbenchView view(Language language) {
        documents.recent.add(path("sales_forecast.ipynb"));
        documents.recent.add(path("tour.ipynb"));
        return new WorkbenchView(
                model,
                new ContentsViewModel(Runnable::run, Runnable::run),
                new Choices(language, false, true),
                TestSnippets.none());
    }

    private FakeDocument forecast(Language language) {
        boolean korean = language == Language.KOREAN;
        var document = documents.notebook("sales_forecast.ipynb");
        document.set(
                notebookOf(
                        markdown("a", korean ? "# 매출 예측" : "# Sales forecast"),
                        markdown("b", korean ? "## 데이터 불러오기" : "## Load the data"),
                        code("c", "1"),
                        markdown("d", korean ? "## 정리" : "## Clean"),
                        code("e", "1"),
                        markdown("f", korean ? "## 학습" : "## Train"),
                        code("g", "1"),
                        markdown("h", korean ? "## 평가" : "## Evaluate"),
                        code("i", "1")));
        document.progress.put(new CellId("c"), CellProgress.DONE);
        document.progress.put(new CellId("e"), CellProgress.DONE);
        document.progress.put(new CellId("g"), CellProgress.RUNNING);
        document.set(document.with(new RuntimeState.Busy("Python 3.12")));
        return document;
    }

    private static void draw(Fx fx, Stage stage, String name) {
        fx.settle();
        fx.snapshot(stage, PICTURES.resolve(name));
    }

    private static Path path(String name) {
        return FakeDocuments.path(name);
    }
}
