package org.cellist.app.ui.workbench;

import static org.cellist.app.ui.workbench.FakeDocuments.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.cellist.app.settings.ColourScheme;
import org.cellist.app.settings.KernelsAtClose;
import org.cellist.app.ui.settings.Choices;
import org.cellist.app.ui.settings.Language;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.testing.PressedMouse;
import org.cellist.app.ui.theme.Look;
import org.cellist.app.ui.workbench.snippets.TestSnippets;
import org.cellist.app.ui.workbench.window.WorkbenchWindows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The windows of the program, and tabs that go from one to another.
@Tag("ui")
@ExtendWith(FxExtension.class)
class SeveralWindowsUiTest {

    private final Locale before = Locale.getDefault();
    private final FakeDocuments documents = new FakeDocuments();
    private final FakeDocument first = documents.notebook("first.ipynb");
    private final FakeDocument second = documents.notebook("second.ipynb");
    private final Choices choices = new Choices(Language.ENGLISH, false, true);
    private final List<String> ended = new ArrayList<>();
    private Fx fx;
    private Scene main;

    @BeforeEach
    void show(Fx fx) {
        this.fx = fx;
        main =
                fx.prepare(
                        () ->
                                new WorkbenchWindows(
                                                documents,
                                                choices,
                                                new Look(WorkbenchSheets.ALL),
                                                TestSnippets.none(),
                                                Runnable::run,
                                                Platform::runLater)
                                        .show(
                                                List.of(path("first.ipynb"), path("second.ipynb")),
                                                () -> ended.add("ended")));
        fx.settle();
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    private List<Stage> stages() {
        return fx.call(
                () ->
                        Window.getWindows().stream()
                                .filter(Stage.class::isInstance)
                                .map(Stage.class::cast)
                                .toList());
    }

    private static WorkbenchView view(Stage stage) {
        return (WorkbenchView) stage.getScene().getRoot();
    }

    private List<String> titlesOf(Stage stage) {
        return fx.call(
                () ->
                        view(stage).model().tabs().stream()
                                .map(tab -> tab.titleProperty().get())
                                .toList());
    }

    /// Puts the tab in front into a window of its own by its keys.
    private Stage open() {
        fx.robot().press(KeyCode.CONTROL).type(KeyCode.K, KeyCode.N).release(KeyCode.CONTROL);
        fx.settle();
        return stages().getLast();
    }

    private void askToClose(Stage stage) {
        fx.run(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        fx.settle();
    }

    @Test
    void theTabInFrontGoesToAWindowOfItsOwnWithItsPage() {
        var page = second.pages.getFirst();

        var opened = open();

        assertEquals(2, stages().size());
        assertEquals(List.of("second.ipynb"), titlesOf(opened));
        assertEquals(List.of("first.ipynb"), titlesOf(stages().getFirst()));
        assertSame(fx.call(opened::getScene), fx.call(() -> page.view().getScene()));
        assertEquals(1, second.pages.size());
        assertFalse(page.asked.contains("close"));
        assertFalse(second.asked.contains("close"));
        assertTrue(fx.call(() -> opened.getTitle()).startsWith("second.ipynb"));
        assertTrue(fx.call(() -> page.view().isFocused()));
    }

    @Test
    void aTabIsDraggedOutOfTheWindowAndIntoItAgain() {
        var inMain = tab(stages().getFirst(), "second.ipynb");
        drag(inMain, new Point2D(3000, 300));
        assertEquals(2, stages().size());
        var opened = stages().getLast();
        assertEquals(List.of("second.ipynb"), titlesOf(opened));

        var target = tab(stages().getFirst(), "first.ipynb");
        fx.run(
                () -> {
                    opened.setX(main.getWindow().getX() + 2000);
                    opened.setY(main.getWindow().getY());
                });
        var bounds = fx.call(() -> target.localToScreen(target.getLayoutBounds()));
        drag(tab(opened, "second.ipynb"), new Point2D(bounds.getMinX() + 4, bounds.getCenterY()));

        assertEquals(1, stages().size());
        assertEquals(List.of("second.ipynb", "first.ipynb"), titlesOf(stages().getFirst()));
        assertEquals(1, second.pages.size());
        assertTrue(ended.isEmpty());
    }

    @Test
    void whatIsTriedOutIsShownBesideATabThatLeavesItsWindow() {
        fx.robot().push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.N);
        fx.settle();
        var scratch = Objects.requireNonNull(second.pages.getFirst().scratch()).page();

        var opened = open();

        assertSame(fx.call(opened::getScene), fx.call(() -> scratch.view().getScene()));
        assertTrue(fx.call(() -> second.pages.getFirst().view().isFocused()));
        assertFalse(scratch.asked.contains("close"));
    }

    @Test
    void theOnlyTabOfAWindowMovesIt() {
        var opened = open();
        var before = fx.call(() -> new Point2D(opened.getX(), opened.getY()));
        var tab = tab(opened, "second.ipynb");
        var bounds = fx.call(() -> tab.localToScreen(tab.getLayoutBounds()));

        drag(tab, new Point2D(bounds.getCenterX() + 2000, bounds.getCenterY() + 90));

        assertEquals(
                before.add(2000, 90), fx.call(() -> new Point2D(opened.getX(), opened.getY())));
        assertEquals(2, stages().size());
    }

    @Test
    void aWindowThatLiesOverAnotherJoinsItByItsOnlyTab() {
        var opened = open();
        fx.run(
                () -> {
                    opened.setX(main.getWindow().getX());
                    opened.setY(main.getWindow().getY() - 60);
                });
        var target = tab(stages().getFirst(), "first.ipynb");
        var bounds = fx.call(() -> target.localToScreen(target.getLayoutBounds()));

        drag(tab(opened, "second.ipynb"), new Point2D(bounds.getMaxX() - 4, bounds.getCenterY()));

        assertEquals(1, stages().size());
        assertEquals(List.of("first.ipynb", "second.ipynb"), titlesOf(stages().getFirst()));
    }

    @Test
    void aWindowThatIsLetGoOverPagesOfAnotherStaysAWindow() {
        var opened = open();
        var other = fx.call(() -> new Point2D(main.getWindow().getX(), main.getWindow().getY()));

        drag(tab(opened, "second.ipynb"), other.add(600, 400));

        assertEquals(2, stages().size());
        assertEquals(List.of("second.ipynb"), titlesOf(opened));
    }

    @Test
    void escapePutsAWindowThatIsMovedBack() {
        var opened = open();
        var before = fx.call(() -> new Point2D(opened.getX(), opened.getY()));
        var mouse = new PressedMouse(fx, tab(opened, "second.ipynb"));
        mouse.drag(new Point2D(3000, 500));

        fx.robot().type(KeyCode.ESCAPE);
        fx.settle();
        mouse.release(new Point2D(3000, 500));

        assertEquals(before, fx.call(() -> new Point2D(opened.getX(), opened.getY())));
    }

    @Test
    void theProgramEndsWithItsLastWindow() {
        fx.run(() -> choices.kernelsAtCloseProperty().set(KernelsAtClose.STOP));
        var opened = open();

        askToClose(stages().getFirst());
        assertEquals(List.of(opened), stages());
        assertTrue(first.asked.contains("close"));
        assertFalse(second.asked.contains("close"));
        assertTrue(ended.isEmpty());

        askToClose(opened);
        assertEquals(List.of(), stages());
        assertTrue(second.asked.contains("close"));
        assertEquals(List.of("ended"), ended);
    }

    @Test
    void coloursAndLanguageAreThoseOfAllWindows() {
        open();

        fx.run(() -> choices.look().schemeProperty().set(ColourScheme.DARK));
        fx.run(() -> choices.languageProperty().set(Language.KOREAN));
        fx.settle();

        for (var stage : stages()) {
            var root = fx.call(() -> stage.getScene().getRoot());
            assertTrue(root.getStyleClass().contains("theme-dark"), root::toString);
            var tooltips = fx.call(() -> view(stage).lookupAll(".rail-button"));
            assertTrue(
                    tooltips.stream().anyMatch(node -> "파일".equals(node.getAccessibleText())),
                    "in Korean");
        }
        assertEquals(2, second.pages.size());
        assertTrue(second.pages.getFirst().asked.contains("close"));
        assertNotSame(second.pages.getFirst(), second.pages.getLast());
    }

    private Node tab(Stage stage, String name) {
        return fx.call(
                () ->
                        view(stage).lookupAll(".tab-view").stream()
                                .map(TabView.class::cast)
                                .filter(each -> each.tab().titleProperty().get().equals(name))
                                .findFirst()
                                .orElseThrow());
    }

    private void drag(Node tab, Point2D to) {
        var mouse = new PressedMouse(fx, tab);
        mouse.drag(to);
        mouse.release(to);
    }
}
