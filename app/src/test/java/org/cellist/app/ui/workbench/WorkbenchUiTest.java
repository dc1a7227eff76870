package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.page.PagePlace;
import org.cellist.app.ui.page.PageSelection;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.contents.ContentsViewModel;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("ui")
@ExtendWith(FxExtension.class)
class WorkbenchUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final ScriptedPrompts person = new ScriptedPrompts();
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final Choices choices = new Choices(Language.ENGLISH, false, true);
    private final Fx fx;
    private final FakeDocument first;
    private final FakeDocument second;
    private final WorkbenchView view;

    WorkbenchUiTest(Fx fx) {
        this.fx = fx;
        Locale.setDefault(Locale.ENGLISH);
        first = documents.notebook("first.ipynb");
        first.set(
                FakeDocument.notebookOf(
                        FakeDocument.markdown("a", "# Title"), FakeDocument.code("b", "1")));
        second = documents.notebook("second.ipynb");
        view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        choices,
                                        TestSnippets.none(),
                                        person));
    }

    @BeforeEach
    void show() {
        fx.show(view, 1000, 600, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(path("second.ipynb"), path("first.ipynb"))));
        fx.settle();
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void theMeasuresAreThoseOfTheDesign() {
        assertEquals(44, bounds(".tab-bar").getHeight());
        assertEquals(48, bounds(".rail").getWidth());
        assertEquals(264, bounds(".side-pane").getWidth());
        assertEquals(46, bounds(".toolbar").getHeight());
        assertEquals(26, bounds(".status-bar").getHeight());
    }

    @Test
    void shortcutsReachTheNotebookInFront() {
        fx.robot().press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Y).release(KeyCode.CONTROL);
        fx.robot().press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
        fx.settle();

        assertEquals(List.of("edit.undo", "edit.redo", "commitComposition"), page().asked);
        assertEquals(List.of("save"), first.asked);
    }

    @Test
    void altAndAnArrowGoBackFromAJumpAndForward() {
        fx.run(() -> page().place = new PagePlace(new CellId("b"), 1));
        fx.run(() -> page().site.open(path("second.ipynb"), 3, 1));
        fx.settle();
        assertEquals(second, fx.call(() -> model.activeDocument().orElseThrow()));

        fx.robot().press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        fx.settle();

        assertEquals(first, fx.call(() -> model.activeDocument().orElseThrow()));
        assertEquals(List.of("show b 1"), page().asked);
        fx.robot().press(KeyCode.ALT).type(KeyCode.RIGHT).release(KeyCode.ALT);
        fx.settle();
        assertEquals(second, fx.call(() -> model.activeDocument().orElseThrow()));
    }

    @Test
    void aHeadingThatIsGoneToCanBeComeBackFrom() {
        fx.run(() -> page().place = new PagePlace(new CellId("b"), 1));
        fx.run(() -> ((Button) view.lookup(".contents-button")).fire());
        fx.run(() -> page().place = new PagePlace(new CellId("a"), PagePlace.WHOLE));

        fx.robot().press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        fx.settle();

        assertEquals(List.of("show a", "show b 1"), page().asked);
    }

    @Test
    void aFileOfALibrarySaysSoAtOnceAndIsChangedWhenThePersonWants() {
        var library = documents.notebook("json.py");
        library.set(library.with(new Access.Library("Others use it.")));
        fx.run(() -> model.open(List.of(path("json.py"))));
        fx.settle();

        fx.run(() -> ((Button) view.lookup(".banner .button")).fire());

        assertEquals(List.of("allowWriting"), library.asked);
    }

    @Test
    void aTextFieldHasItsOwnUndo() {
        var field = fx.call(() -> (TextField) page().view().lookup(".text-field"));
        fx.run(field::requestFocus);
        fx.robot().write("ab", 0);

        fx.robot().press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        fx.settle();

        assertEquals(List.of(), page().asked);
        assertNotEquals("ab", fx.call(field::getText));
    }

    @Test
    void toolBarButtonsAskThePage() {
        click(".run-button");
        clickText("Run all");
        clickText("Code");

        assertEquals(List.of("run.advance", "run.all", "cell.code.below"), page().asked);
    }

    @Test
    void interruptAndRestartNeedAKernel() {
        fx.run(() -> first.set(first.with(new RuntimeState.NotChosen())));
        assertTrue(fx.call(() -> node(".toolbar-icon").isDisabled()));

        fx.run(() -> first.set(first.with(new RuntimeState.Busy("Python 3.12"))));
        click(".toolbar-icon");

        assertEquals(List.of("kernel.interrupt"), page().asked);
    }

    @Test
    void theDotOnATabMeansNotYetOnThisDisk() {
        assertFalse(dot());

        fx.run(() -> first.set(first.with(new SaveState.Unsaved())));
        assertTrue(dot());
        assertEquals("Not yet on this disk", label(".status-save"));

        fx.run(() -> first.set(first.with(new SaveState.Saved())));
        assertFalse(dot());
        assertEquals("Saved on this computer", label(".status-save"));
    }

    @Test
    void tabsComeToTheFrontByKeyAndByClick() {
        fx.robot().press(KeyCode.CONTROL).type(KeyCode.TAB).release(KeyCode.CONTROL);
        fx.settle();
        assertEquals(second, model.activeDocument().orElseThrow());

        fx.robot().clickOn(fx.call(() -> tab("first.ipynb")));
        fx.settle();
        assertEquals(first, model.activeDocument().orElseThrow());
    }

    @Test
    void theMiddleButtonClosesATab() {
        fx.robot().clickOn(fx.call(() -> tab("second.ipynb")), MouseButton.MIDDLE);
        fx.settle();

        assertEquals(1, model.tabs().size());
        assertEquals(List.of("close"), second.asked);
    }

    @Test
    void whateverClosesATabTakesWhatIsStillComposed() {
        fx.robot().clickOn(fx.call(() -> tab("first.ipynb")), MouseButton.MIDDLE);
        fx.settle();

        assertEquals(List.of("commitComposition", "close"), page().asked);
    }

    @Test
    void closingTheWindowTakesWhatIsStillComposed() {
        person.answer = ScriptedPrompts.Answer.DISCARD; // of the kernels

        fx.run(() -> view.closeAll(() -> {}));

        assertEquals(List.of("commitComposition", "close"), page().asked);
    }

    @Test
    void aSheetThatIsOpenDoesNotKeepTheWindow() {
        person.answer = ScriptedPrompts.Answer.DISCARD; // of the kernels
        fx.robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        fx.settle();

        fx.run(() -> view.closeAll(() -> {}));

        assertEquals(List.of(), model.tabs());
    }

    @Test
    void manyTabsStayWithinTheWindowAndTheFrontOneIsVisible() {
        fx.run(
                () -> {
                    for (int i = 0; i < 20; i++) {
                        model.create();
                    }
                });
        fx.settle();

        var strip =
                fx.call(
                        () ->
                                node(".tab-view:selected")
                                        .localToScene(bounds(".tab-view:selected")));
        assertTrue(strip.getMaxX() <= 1000, strip::toString);
        assertTrue(fx.call(() -> view.lookupAll(".tab-view").size()) > 20);
    }

    @Test
    void theStatusBarSaysWhichCellAndWhatTheKernelDoes() {
        fx.run(() -> page().selection.set(new PageSelection(new CellId("b"), 1, 1, 2)));
        fx.run(() -> first.set(first.with(new RuntimeState.Busy("Python 3.12"))));

        var texts =
                fx.call(
                        () ->
                                view.lookupAll(".status-muted").stream()
                                        .map(each -> ((Label) each).getText())
                                        .toList());
        assertEquals(List.of("Cell 2 of 2", "Python 3.12 \u00b7 busy"), texts);
    }

    @Test
    void aHeadingInTheContentsGoesToItsCell() {
        fx.await("the heading is there", () -> view.lookup(".contents-button") != null);

        click(".contents-button");

        assertEquals(List.of("show a"), page().asked);
    }

    @Test
    void thePathOfHeadingsGoesToOneOfThemAndIsHiddenAboveTheFirst() {
        fx.run(() -> page().selection.set(new PageSelection(null, -1, 0, 2)));
        assertFalse(fx.call(() -> node(".breadcrumb").isVisible()));

        fx.run(() -> page().selection.set(new PageSelection(new CellId("b"), 1, 1, 2)));
        fx.settle();
        assertTrue(fx.call(() -> node(".breadcrumb").isVisible()));
        click(".breadcrumb-heading");

        assertEquals(List.of("show a"), page().asked);
    }

    @Test
    void theRailClosesTheSidePane() {
        click(".rail-button:selected");
        assertFalse(choices.sidePaneProperty().get());
        assertFalse(fx.call(() -> node(".side-pane").isManaged()));

        click(".rail-button");
        assertTrue(choices.sidePaneProperty().get());
    }

    @Test
    void aForeignChangeOffersToReloadOrKeepBoth() {
        fx.run(() -> first.set(first.withForeignChange()));

        clickText("Keep both");
        clickText("Reload");
        assertEquals(List.of("keepBoth", "reload"), first.asked);

        clickText("Decide later");
        assertTrue(fx.call(() -> view.lookup(".banner") == null));
    }

    @Test
    void aDeadKernelShowsItsLastWordsOnDemandAndRestarts() {
        fx.run(() -> first.set(first.with(new RuntimeState.Dead("Python 3.12", "out of memory"))));
        fx.settle();
        assertFalse(fx.call(() -> node(".sheet-details").isVisible()));

        clickText("Show details");
        assertTrue(fx.call(() -> node(".sheet-details").isVisible()));
        clickText("Restart");

        assertEquals(List.of("restart"), first.asked);
    }

    @Test
    void aBrokenConnectionThatLastsIsSaidAndTakenUpAtOnceOnDemand() {
        fx.run(() -> first.set(first.with(new RuntimeState.Disconnected("Python 3.12", null))));
        fx.settle();
        assertTrue(fx.call(() -> view.lookup(".banner") == null));

        var next = Instant.now().plusSeconds(30);
        fx.run(() -> first.set(first.with(new RuntimeState.Disconnected("Python 3.12", next))));
        clickText("Connect now");

        assertEquals(List.of("connectNow"), first.asked);
    }

    @Test
    void aKernelThatNobodyRecordsIsSaidWithTheReasonAndTriedAtOnceOnDemand() {
        var next = Instant.now().plusSeconds(30);
        fx.run(() -> first.set(first.with(new RuntimeState.Unheard("Python", "disk full", next))));
        clickText("Show details");
        assertTrue(fx.call(() -> node(".sheet-details").isVisible()));
        clickText("Try now");

        assertEquals(List.of("connectNow"), first.asked);
    }

    @Test
    void thePickerAttachesTheChosenRuntime() {
        click(".runtime-chip");
        fx.robot().type(KeyCode.END);
        clickText("Attach");

        assertEquals(List.of("attach java"), first.runtimes.asked);
        assertTrue(fx.call(() -> view.lookup(".sheet-pane") == null));
    }

    @Test
    void escapeClosesASheetAndKeysGoBackToTheNotebook() {
        var before = fx.call(() -> view.getScene().getFocusOwner());
        click(".runtime-chip");
        assertNotSame(before, fx.call(() -> view.getScene().getFocusOwner()));

        fx.robot().type(KeyCode.ESCAPE);
        fx.settle();

        assertEquals(before, fx.call(() -> view.getScene().getFocusOwner()));
    }

    @Test
    void shortcutsDoNotReachTheNotebookBehindASheet() {
        click(".runtime-chip");
        fx.robot().press(KeyCode.CONTROL).type(KeyCode.S).type(KeyCode.W).release(KeyCode.CONTROL);
        fx.settle();

        assertEquals(List.of(), first.asked);
        assertEquals(2, model.tabs().size());
    }

    @Test
    void aRefusedFileSaysWhatHappenedAndOpensAsText() {
        documents.refuse("broken.ipynb", true);
        fx.run(() -> model.open(List.of(path("broken.ipynb"))));
        fx.settle();
        assertEquals("This file is not JSON.", label(".refused-title"));

        clickText("Open as text");

        assertTrue(model.activeDocument().isPresent());
    }

    private FakePage page() {
        return first.pages.getLast();
    }

    private boolean dot() {
        fx.settle();
        return fx.call(() -> tab("first.ipynb").lookup(".tab-dot").isVisible());
    }

    private Node tab(String title) {
        return view.lookupAll(".tab-view").stream()
                .filter(each -> ((TabView) each).tab().titleProperty().get().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private void click(String selector) {
        fx.run(() -> ((Button) node(selector)).fire());
        fx.settle();
    }

    private void clickText(String text) {
        fx.run(
                () ->
                        view.lookupAll("*").stream()
                                .filter(ButtonBase.class::isInstance)
                                .map(ButtonBase.class::cast)
                                .filter(each -> text.equals(each.getText()))
                                .findFirst()
                                .orElseThrow(() -> new AssertionError("no button " + text))
                                .fire());
        fx.settle();
    }

    private Node node(String selector) {
        var found = view.lookup(selector);
        if (found == null) {
            throw new AssertionError("no " + selector);
        }
        return found;
    }

    private Bounds bounds(String selector) {
        return node(selector).getLayoutBounds();
    }

    private String label(String selector) {
        return fx.call(() -> ((Label) node(selector)).getText());
    }

    private static Path path(String name) {
        return FakeDocuments.path(name);
    }
}
