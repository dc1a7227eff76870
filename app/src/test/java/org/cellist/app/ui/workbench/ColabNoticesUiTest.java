package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocument.code;
import static org.cellist.app.ui.workbench.FakeDocument.notebookOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.Notice;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a machine of Colab's asks a person, above the notebook; also as pictures.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ColabNoticesUiTest {

    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path NOTEBOOK = FakeDocuments.path("sales_forecast.ipynb");

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final List<String> said = new ArrayList<>();

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,ENGLISH", "DARK,KOREAN"})
    void aPersonAnswersInTheNotebook(Theme theme, Language language, Fx fx) {
        Locale.setDefault(language.locale());
        var machine = Texts.of("colab").get("lent.name", Texts.of("colab").get("kind.gpu", "T4"));
        var document = documents.notebook("sales_forecast.ipynb");
        document.set(notebookOf(code("a", "drive.mount('/content/drive')")));
        List<Notice> notices =
                List.of(
                        new Notice.Unused(machine, () -> said.add("keep")),
                        new Notice.AccessWanted(machine, true, false, it -> said.add("may " + it)),
                        new Notice.AccessWanted(
                                machine, false, true, it -> said.add("agreed " + it)));
        document.set(document.with(new RuntimeState.Idle("Python 3")).with(notices));
        var view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        new Choices(language, false, true),
                                        TestSnippets.none(),
                                        new ScriptedPrompts()));
        var stage = fx.show(view, 1200, 600, theme, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(NOTEBOOK)));
        fx.settle();
        var suffix = "-" + theme.name().toLowerCase(Locale.ROOT) + ".png";
        fx.snapshot(stage, PICTURES.resolve("colab-notices" + suffix));

        for (var key :
                List.of(
                        "banner.unused.keep",
                        "banner.access.allow",
                        "banner.access.agreed",
                        "banner.access.refuse")) {
            fx.run(() -> press(view, Texts.of("workbench").get(key)));
        }

        assertEquals(List.of("keep", "may true", "agreed true", "may false", "agreed false"), said);
    }

    /// Each button of that name.
    private static void press(WorkbenchView view, String text) {
        view.lookupAll(".banner .sheet-button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .forEach(Button::fire);
    }
}
