package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class SplitUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument document = documents.notebook("a.ipynb");
    private Fx fx;
    private WorkbenchViewModel model;
    private WorkbenchView view;

    @BeforeEach
    void show(Fx fx) {
        this.fx = fx;
        Locale.setDefault(Locale.ENGLISH);
        model = new WindowSet(documents).add();
        var choices = new Choices(Language.ENGLISH, false, true);
        view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        choices,
                                        TestSnippets.none(),
                                        new ScriptedPrompts()));
        fx.show(view, 1000, 600, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(path("a.ipynb"))));
        fx.settle();
        press(KeyCode.BACK_SLASH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    private void press(KeyCode code) {
        fx.robot().press(KeyCode.CONTROL).type(code).release(KeyCode.CONTROL);
        fx.settle();
    }

    @Test
    void eachPartHasTabsAndAPageOfItsOwn() {
        assertEquals(2, document.pages.size());
        assertEquals(2, fx.call(() -> view.lookupAll(".tab-bar").size()));
        assertTrue(fx.call(() -> document.pages.getFirst().view().getScene() != null));
        assertTrue(fx.call(() -> document.pages.getLast().view().getScene() != null));
    }

    @Test
    void commandsGoToThePartThatHasTheKeys() {
        press(KeyCode.Z);
        assertEquals(List.of("edit.undo"), document.pages.getLast().asked);

        fx.run(() -> document.pages.getFirst().view().requestFocus());
        fx.settle();
        press(KeyCode.Z);

        assertEquals(List.of("edit.undo"), document.pages.getFirst().asked);
        assertEquals(List.of("edit.undo"), document.pages.getLast().asked);
    }

    @Test
    void theNextPartTakesTheKeys() {
        fx.run(() -> document.pages.getFirst().view().requestFocus());
        fx.settle();

        fx.robot().type(KeyCode.F6);
        fx.settle();

        assertTrue(fx.call(() -> document.pages.getLast().view().isFocused()));
    }

    @Test
    void aClosedTabClosesItsPartAndItsPageAlone() {
        press(KeyCode.W);

        assertEquals(1, fx.call(() -> view.lookupAll(".tab-bar").size()));
        assertTrue(document.pages.getLast().asked.contains("close"));
        assertFalse(document.pages.getFirst().asked.contains("close"));
    }
}
