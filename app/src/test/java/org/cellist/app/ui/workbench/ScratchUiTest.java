package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.cellist.app.ui.keys.KeyPreset;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The pane of what is tried out beside the notebook in front: whose it is, and where keys go.
@Tag("ui")
@ExtendWith(FxExtension.class)
class ScratchUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument first = documents.notebook("first.ipynb");
    private final FakeDocument second = documents.notebook("second.ipynb");
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final Choices choices = new Choices(Language.ENGLISH, false, false);
    private final Fx fx;
    private WorkbenchView view;

    ScratchUiTest(Fx fx) {
        this.fx = fx;
    }

    @BeforeEach
    void show() {
        Locale.setDefault(Locale.ENGLISH);
        first.set(FakeDocument.notebookOf(FakeDocument.code("a", "kept = 1")));
        view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        choices,
                                        TestSnippets.none(),
                                        new ScriptedPrompts()));
        fx.show(view, 1100, 700, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(path("second.ipynb"), path("first.ipynb"))));
        fx.settle();
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    private static FakePage page(FakeDocument document) {
        return document.pages.getLast();
    }

    private static FakeScratch scratchOf(FakeDocument document) {
        return Objects.requireNonNull(page(document).scratch());
    }

    private static FakePage scratch(FakeDocument document) {
        return scratchOf(document).page();
    }

    private boolean isShown(FakePage page) {
        return fx.call(() -> page.view().getScene() != null);
    }

    private boolean hasKeys(FakePage page) {
        return fx.call(() -> page.view().isFocused());
    }

    private void press(KeyCode... keys) {
        fx.robot().push(keys);
        fx.settle();
    }

    private void pressOpen() {
        press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
    }

    @ParameterizedTest
    @EnumSource(KeyPreset.class)
    void itsKeyOpensThePaneAndGivesItTheKeysWithEveryPreset(KeyPreset preset) {
        fx.run(() -> choices.keys().presetProperty().set(preset));

        pressOpen();

        assertTrue(isShown(scratch(first)));
        assertTrue(hasKeys(scratch(first)));
        assertEquals(List.of("edit.start"), scratch(first).asked);
    }

    @Test
    void whereAllCellsWereDeletedItsKeyBeginsANewOne() {
        scratchOf(first).document.set(FakeDocument.notebookOf());

        pressOpen();

        assertEquals(List.of("cell.code.below"), scratch(first).asked);
    }

    @Test
    void theSameKeyGoesThereFromTheNotebookAndClosesThePaneFromWithin() {
        pressOpen();
        fx.run(() -> page(first).focus());
        fx.settle();

        pressOpen();
        assertTrue(hasKeys(scratch(first)));
        pressOpen();

        assertFalse(isShown(scratch(first)));
        assertTrue(hasKeys(page(first)));
        assertFalse(scratch(first).asked.contains("close"), "what is in it stays");
    }

    @Test
    void itHearsWhetherThePersonStandsThereAndIsShownToWhoComesBack() {
        pressOpen();
        assertTrue(scratchOf(first).hasKeys);

        fx.run(() -> page(first).focus());
        fx.settle();
        assertFalse(scratchOf(first).hasKeys);

        fx.run(() -> scratch(first).focus());
        fx.settle();
        pressOpen();
        assertFalse(scratchOf(first).hasKeys);
        assertFalse(isShown(scratch(first)));
        fx.run(() -> page(first).site.showScratch());
        fx.settle();
        assertTrue(isShown(scratch(first)));
        assertTrue(hasKeys(page(first)));
    }

    @Test
    void commandsGoToWhereTheKeysAre() {
        pressOpen();
        press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals("edit.undo", scratch(first).asked.getLast());
        assertEquals(List.of(), page(first).asked);

        fx.run(() -> page(first).focus());
        fx.settle();
        press(KeyCode.CONTROL, KeyCode.ENTER);

        assertEquals(List.of("run.stay"), page(first).asked);
        assertFalse(scratch(first).asked.contains("run.stay"));
    }

    @Test
    void aCommandOfThePaletteGoesToThePaneThatHadTheKeys() {
        pressOpen();

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        fx.robot().write("Run all", 0);
        press(KeyCode.ENTER);

        assertEquals("run.all", scratch(first).asked.getLast());
        assertEquals(List.of(), page(first).asked);
    }

    @Test
    void escapeGoesBackToTheNotebookAndLeavesThePaneOpen() {
        pressOpen();

        press(KeyCode.ESCAPE);

        assertTrue(hasKeys(page(first)));
        assertTrue(isShown(scratch(first)));
        press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("edit.undo"), page(first).asked);
    }

    @Test
    void anotherTabShowsWhatIsTriedOutBesideItsNotebook() {
        pressOpen();

        press(KeyCode.CONTROL, KeyCode.TAB);
        assertTrue(isShown(scratch(second)));
        assertFalse(isShown(scratch(first)));
        assertTrue(hasKeys(page(second)), "the notebook has the keys");
        press(KeyCode.CONTROL, KeyCode.TAB);

        assertTrue(isShown(scratch(first)));
    }

    @Test
    void aTabThatMovesToAnotherPartKeepsItsScratch() {
        pressOpen();
        var kept = scratch(first);

        fx.robot().press(KeyCode.CONTROL).type(KeyCode.K, KeyCode.RIGHT).release(KeyCode.CONTROL);
        fx.settle();

        assertEquals(1, first.pages.size());
        assertEquals(kept, scratch(first));
        assertTrue(isShown(kept));
        assertFalse(kept.asked.contains("close"));
    }

    @Test
    void whatIsSelectedInItIsInsertedIntoTheNotebookAsNewCode() {
        pressOpen();

        press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.ENTER);

        assertEquals(List.of("insertCells [tried = 2]"), page(first).asked);
        assertTrue(scratch(first).asked.contains("commitComposition"));
        assertTrue(hasKeys(page(first)));
    }

    @Test
    void emptyCodeIsNotInserted() {
        pressOpen();
        scratchOf(first).document.set(FakeDocument.notebookOf(FakeDocument.code("s", " \n")));

        press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.ENTER);

        assertEquals(List.of(), page(first).asked);
        assertTrue(hasKeys(scratch(first)));
    }

    @Test
    void theSelectedCellsAreCopiedIntoItByKeys() {
        fx.robot().press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        press(KeyCode.C);

        assertEquals(List.of("take [kept = 1]"), scratchOf(first).asked);
        assertEquals(List.of("commitComposition"), page(first).asked);
        assertTrue(hasKeys(scratch(first)));
    }

    @Test
    void itsButtonsClearAndCloseIt() {
        pressOpen();

        click("Clear scratch");
        assertEquals(List.of("clear"), scratchOf(first).asked);
        click("Close scratch");

        assertFalse(isShown(scratch(first)));
        assertTrue(hasKeys(page(first)));
    }

    private void click(String words) {
        var button =
                fx.call(
                        () ->
                                view.lookupAll(".scratch-head .toolbar-icon").stream()
                                        .filter(node -> words.equals(node.getAccessibleText()))
                                        .findFirst()
                                        .orElseThrow());
        fx.robot().clickOn(button);
        fx.settle();
    }

    @Test
    void besideATextThePaneSaysThatNothingCanBeTriedOut() {
        second.isPlain = true;
        pressOpen();

        press(KeyCode.CONTROL, KeyCode.TAB);

        assertNotNull(fx.call(() -> view.lookup(".scratch-none")));
        press(KeyCode.CONTROL, KeyCode.Z);
        assertEquals(List.of("edit.undo"), page(second).asked);
        pressOpen();
        assertTrue(hasKeys(page(second)));
    }
}
