package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.page.PageSelection;
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

/// The parts of the window and the buttons around them, without a mouse.
@Tag("ui")
@ExtendWith(FxExtension.class)
class PartsUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument document = documents.notebook("a.ipynb");
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final Fx fx;
    private WorkbenchView view;

    PartsUiTest(Fx fx) {
        this.fx = fx;
    }

    @BeforeEach
    void show() {
        Locale.setDefault(Locale.ENGLISH);
        document.set(
                FakeDocument.notebookOf(
                        FakeDocument.markdown("a", "# One"),
                        FakeDocument.markdown("b", "# Two"),
                        FakeDocument.markdown("c", "# Three")));
        view =
                fx.prepare(
                        () ->
                                new WorkbenchView(
                                        model,
                                        new ContentsViewModel(Runnable::run, Runnable::run),
                                        new Choices(Language.ENGLISH, false, true),
                                        TestSnippets.none(),
                                        new ScriptedPrompts()));
        fx.show(view, 1100, 700, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(() -> model.open(List.of(path("a.ipynb"))));
        fx.settle();
        fx.run(() -> page().focus());
        fx.settle();
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    private void press(KeyCode... keys) {
        fx.robot().push(keys);
        fx.settle();
    }

    private FakePage page() {
        return document.pages.getLast();
    }

    private FakePage scratch() {
        return Objects.requireNonNull(page().scratch()).page();
    }

    private Node owner() {
        return fx.call(() -> view.getScene().getFocusOwner());
    }

    private boolean hasKeys(String selector) {
        return fx.call(
                () -> Keyable.isWithin(view.getScene().getFocusOwner(), view.lookup(selector)));
    }

    /// Walks until it comes back to where it began, or far too long.
    private List<Node> ring(KeyCode... keys) {
        var met = new ArrayList<Node>();
        for (int i = 0; i < 8 && !met.contains(owner()); i++) {
            met.add(owner());
            press(keys);
        }
        return met;
    }

    @Test
    void thePaneAtTheLeftThePageAndScratchTakeTurns() {
        press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        assertTrue(fx.call(() -> scratch().view().isFocused()));

        press(KeyCode.F6);
        assertTrue(hasKeys(".side-pane"));
        press(KeyCode.F6);
        assertTrue(fx.call(() -> page().view().isFocused()));
        press(KeyCode.F6);

        assertTrue(fx.call(() -> scratch().view().isFocused()));
    }

    @Test
    void theOtherWayIsTheSameRing() {
        press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        var forward = ring(KeyCode.F6);

        var back = ring(KeyCode.SHIFT, KeyCode.F6);

        assertEquals(3, forward.size());
        assertEquals(List.of(forward.getFirst(), forward.getLast(), forward.get(1)), back);
    }

    @Test
    void aPaneWithNothingInItIsNoDeadEnd() {
        press(KeyCode.CONTROL, KeyCode.K);
        press(KeyCode.V); // there is no kernel
        assertTrue(hasKeys(".side-pane"));

        press(KeyCode.F6);

        assertTrue(fx.call(() -> page().view().isFocused()));
    }

    @Test
    void escapeInAPaneGoesBackToThePage() {
        press(KeyCode.SHIFT, KeyCode.F6);
        assertTrue(hasKeys(".contents-list"));

        press(KeyCode.ESCAPE);

        assertTrue(fx.call(() -> page().view().isFocused()));
    }

    @Test
    void theKeysOfAPaneOpenItAndCloseItFromWithin() {
        press(KeyCode.CONTROL, KeyCode.K);
        press(KeyCode.F);
        assertTrue(hasKeys(".side-pane"));

        press(KeyCode.CONTROL, KeyCode.K);
        press(KeyCode.F);

        assertFalse(fx.call(() -> view.lookup(".side-pane").isVisible()));
        assertTrue(fx.call(() -> page().view().isFocused()));
    }

    @Test
    void arrowsAndEnterChooseASectionOfTheContents() {
        press(KeyCode.CONTROL, KeyCode.K);
        press(KeyCode.O);

        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);

        assertEquals("show c", page().asked.getLast());
        assertTrue(fx.call(() -> page().view().isFocused()));
    }

    @Test
    void theToolBarIsWalkedAndPressedAndLeft() {
        press(KeyCode.F10);
        assertTrue(hasKeys(".toolbar"));
        var first = owner();

        press(KeyCode.RIGHT);
        press(KeyCode.ENTER);
        press(KeyCode.LEFT);

        assertEquals(first, owner());
        assertEquals(List.of("cell.text.below"), page().asked);
        press(KeyCode.ESCAPE);
        assertTrue(fx.call(() -> page().view().isFocused()));
    }

    @Test
    void tabGoesFromBarToBar() {
        press(KeyCode.F10);
        press(KeyCode.TAB);
        assertTrue(hasKeys(".tab-bar"));
        press(KeyCode.TAB);
        assertTrue(hasKeys(".rail"));

        press(KeyCode.TAB);

        assertTrue(hasKeys(".toolbar"), "nothing can be pressed in the status bar");
    }

    @Test
    void aTabIsPressedByKeys() {
        documents.notebook("b.ipynb");
        fx.run(() -> model.open(List.of(path("b.ipynb"))));
        fx.settle();
        press(KeyCode.F10);
        press(KeyCode.TAB);

        press(KeyCode.SPACE);

        assertEquals("a.ipynb", fx.call(() -> model.activeProperty().get().titleProperty().get()));
    }

    @Test
    void theSectionsBesideThisOneOpenAtIt() {
        fx.run(() -> page().selection.set(new PageSelection(new CellId("b"), 1, 1, 3)));
        fx.settle();

        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.PERIOD);
        assertTrue(fx.call(PartsUiTest::isMenuOpen));
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);

        assertEquals("show c", page().asked.getLast());
    }

    private static boolean isMenuOpen() {
        return Window.getWindows().stream().anyMatch(ContextMenu.class::isInstance);
    }
}
